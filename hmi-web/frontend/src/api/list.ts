import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";

/** What a list shows; it lives in the address, so a view can be sent to a colleague. */
export type ListState = {
  page: number;
  size: number;
  sort: string | undefined;
  q: string;
  filters: Record<string, string>;
};

export type ListQuery = Record<string, string | number | undefined>;

const own = new Set(["page", "size", "sort", "q"]);
const defaultSize = 50;

export function listStateOf(params: URLSearchParams, defaultSort?: string): ListState {
  const filters: Record<string, string> = {};
  params.forEach((value, key) => {
    if (!own.has(key) && value !== "") filters[key] = value;
  });
  const page = Number(params.get("page") ?? 0);
  const size = Number(params.get("size") ?? defaultSize);
  return {
    page: Number.isInteger(page) && page >= 0 ? page : 0,
    size: Number.isInteger(size) && size > 0 && size <= 500 ? size : defaultSize,
    sort: params.get("sort") ?? defaultSort,
    q: params.get("q") ?? "",
    filters,
  };
}

export function queryOf(state: ListState): ListQuery {
  const query: ListQuery = { ...state.filters, page: state.page, size: state.size };
  if (state.sort) query.sort = state.sort;
  if (state.q) query.q = state.q;
  return query;
}

/** The same rows as a file: sort and filters stay, the page does not matter. */
export function csvHref(path: string, state: ListState): string {
  const params = new URLSearchParams(state.filters);
  if (state.sort) params.set("sort", state.sort);
  if (state.q) params.set("q", state.q);
  const text = params.toString();
  return `${path}.csv${text === "" ? "" : `?${text}`}`;
}

/** Ascending, descending, back to ascending; another column starts ascending. */
export function nextSort(current: string | undefined, field: string): string {
  return current === `${field},asc` ? `${field},desc` : `${field},asc`;
}

export type List = {
  state: ListState;
  query: ListQuery;
  change: (change: Record<string, string | number | undefined>) => void;
};

export function useList(defaultSort?: string): List {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => listStateOf(params, defaultSort), [params, defaultSort]);
  const change = useCallback(
    (wanted: Record<string, string | number | undefined>) => {
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          if (!("page" in wanted)) next.delete("page");
          for (const [key, value] of Object.entries(wanted)) {
            if (value === undefined || value === "" || (key === "page" && value === 0)) next.delete(key);
            else next.set(key, String(value));
          }
          return next;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  return { state, query: queryOf(state), change };
}
