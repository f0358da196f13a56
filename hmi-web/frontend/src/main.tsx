import "@mantine/core/styles.css";
import "@fontsource-variable/inter/index.css";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { ProblemError } from "./api/problem";
import { App } from "./App";
import { startTexts } from "./i18n";
import "./theme/global.css";
import { cssVariables, theme } from "./theme/theme";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      networkMode: "always",
      retry: (times, error) => times < 2 && error instanceof ProblemError && error.problem.status >= 502,
    },
  },
});

// Somebody signed out elsewhere, or the session ran out: ask who we are, which leads to the sign-in page.
queries.getQueryCache().subscribe((event) => {
  if (event.type !== "updated" || event.action.type !== "error") return;
  const error: unknown = event.action.error;
  if (error instanceof ProblemError && error.problem.status === 401 && !event.query.queryHash.startsWith('["session"')) {
    void queries.invalidateQueries({ queryKey: ["session"] });
  }
});

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

await startTexts();
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
      <QueryClientProvider client={queries}>
        <BrowserRouter>
          <App />
        </BrowserRouter>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
