import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import { newKey } from "./key";
import { ProblemError } from "./problem";

type Sent<V> = { input: V; key: string };

export type Command<V, R> = {
  /** Sends once; repeats of the same call after a lost answer carry the same key. */
  send: (input: V) => void;
  sending: boolean;
  error: ProblemError | null;
  clear: () => void;
  result: R | undefined;
};

/**
 * A command to the server: one idempotency key for each intent, kept over retries after a broken connection, so a
 * lost answer never makes a second act. Success is known only from the server's answer.
 */
export function useCommand<V, R>(
  act: (input: V, key: string) => Promise<R>,
  options: { touches: string[]; onDone?: (result: R, input: V) => void },
): Command<V, R> {
  const queries = useQueryClient();
  const mutation: UseMutationResult<R, Error, Sent<V>> = useMutation({
    mutationFn: ({ input, key }: Sent<V>) => act(input, key),
    retry: (times, error) => error instanceof ProblemError && error.unreachable && times < 3,
    retryDelay: (times) => 500 * 2 ** times,
    networkMode: "always",
    onSuccess: async (result, { input }) => {
      options.onDone?.(result, input);
      await Promise.all(options.touches.map((topic) => queries.invalidateQueries({ queryKey: [topic] })));
    },
  });
  return {
    send: (input) => {
      if (!mutation.isPending) mutation.mutate({ input, key: newKey() });
    },
    sending: mutation.isPending,
    error: mutation.error instanceof ProblemError ? mutation.error : null,
    clear: mutation.reset,
    result: mutation.data,
  };
}
