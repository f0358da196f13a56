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
    mutationFn: (body: { username: string; password: string }) =>
      answer(client.POST("/api/v1/session", { params: {}, body })),
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

/** Each role may do what the ones before it may; the server holds the rule, screens only hide what it would refuse. */
const rank: Record<Role, number> = { operator: 0, supervisor: 1, manager: 1, administrator: 2 };

export function mayDo(session: Session | null | undefined, needed: Role): boolean {
  if (!session) return false;
  return session.roles.some((role) => role === needed || rank[role] > rank[needed]);
}
