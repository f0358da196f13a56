import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client } from "../../../api/client";
import { ProblemError } from "../../../api/problem";
import type { Language, Role, Session } from "../../../api/types";

const key = ["session"];

/** Who is signed in, or null. Asked again every ten seconds: it is also the proof that the server still answers. */
export function useSession() {
  return useQuery({
    queryKey: key,
    refetchInterval: 10_000,
    refetchIntervalInBackground: true,
    queryFn: async (): Promise<Session | null> => {
      try {
        return await answer(client.GET("/api/v1/session", { params: {} }));
      } catch (error) {
        if (error instanceof ProblemError && error.problem.status === 401) return null;
        throw error;
      }
    },
  });
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: async ({ picked, ...body }: { username: string; password: string; picked: Language | null }) => {
      const session = await answer(client.POST("/api/v1/session", { params: {}, body }));
      // Who has just chosen a language on the sign-in page means it; otherwise the user's own is used.
      if (picked === null || picked === session.language) return session;
      return answer(client.PUT("/api/v1/session/language", { params: {}, body: { language: picked } }));
    },
    onSuccess: (session: Session) => {
      queries.clear();
      queries.setQueryData(key, session);
    },
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: () => answer(client.DELETE("/api/v1/session", { params: {} })),
    onSettled: () => {
      queries.clear();
      queries.setQueryData(key, null);
    },
  });
}

export function useSetLanguage() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (language: Language) =>
      answer(client.PUT("/api/v1/session/language", { params: {}, body: { language } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}

export function useChangePassword() {
  const queries = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: (body: { old: string; new: string }) =>
      answer(client.POST("/api/v1/session/password", { params: {}, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}

/** The server lists every role a person may act in; it holds the rule, screens only hide what it would refuse. */
export function mayDo(session: Session | null | undefined, needed: Role): boolean {
  return session?.roles.includes(needed) ?? false;
}
