import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "../api/types";
import { allTexts } from "./texts";

const remembered = "aisle.language";

/** The language before anyone has signed in: the one used last here, else what the browser prefers. */
export function firstLanguage(stored: string | null, preferred: readonly string[]): Language {
  if (stored === "zh" || stored === "en") return stored;
  const known = preferred.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === "zh" || tag === "en");
  return known === "en" ? "en" : "zh";
}

export function switchLanguage(language: Language): void {
  localStorage.setItem(remembered, language);
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  if (i18next.language !== language) void i18next.changeLanguage(language);
}

export async function startTexts(language?: Language): Promise<void> {
  const first = language ?? firstLanguage(localStorage.getItem(remembered), navigator.languages);
  await i18next.use(initReactI18next).init({
    resources: { zh: { translation: allTexts.zh }, en: { translation: allTexts.en } },
    lng: first,
    fallbackLng: "en",
    interpolation: { escapeValue: false },
    
  });
  document.documentElement.lang = first === "zh" ? "zh-CN" : "en";
}
