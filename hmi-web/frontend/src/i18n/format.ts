import { useTranslation } from "react-i18next";

const absent = "–";

export type Formats = {
  number: (value: number | null | undefined) => string;
  dateTime: (iso: string | null | undefined) => string;
  time: (iso: string | number | null | undefined) => string;
  /** To the millisecond, for telegrams and reads. */
  timeMs: (iso: string | number | null | undefined) => string;
  date: (iso: string | null | undefined) => string;
  age: (ms: number | null | undefined) => string;
};

const units = {
  zh: { s: " 秒", min: " 分", h: " 小时", d: " 天" },
  en: { s: " s", min: " min", h: " h", d: " d" },
};

/** An age in the largest unit that still says something: 0.4 s, 12 s, 3 min, 5 h, 2 d. */
export function ageText(ms: number | null | undefined, language: string): string {
  if (ms === null || ms === undefined || !Number.isFinite(ms)) return absent;
  const unit = language === "zh" ? units.zh : units.en;
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)}${unit.s}`;
  if (seconds < 120) return `${Math.round(seconds)}${unit.s}`;
  if (seconds < 7200) return `${Math.round(seconds / 60)}${unit.min}`;
  if (seconds < 172_800) return `${Math.round(seconds / 3600)}${unit.h}`;
  return `${Math.round(seconds / 86_400)}${unit.d}`;
}

const calendarDay = /^\d{4}-\d{2}-\d{2}$/;

export function formatsOf(language: string): Formats {
  const tag = language === "zh" ? "zh-CN" : "en-GB";
  const shown = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, options);
    return (at: string | number | null | undefined) => {
      if (at === null || at === undefined || at === "") return absent;
      const when = new Date(at);
      return Number.isNaN(when.getTime()) ? String(at) : format.format(when);
    };
  };
  const day: Intl.DateTimeFormatOptions = { year: "numeric", month: "2-digit", day: "2-digit" };
  const clock: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false };
  const localDate = shown(day);
  const plainDate = shown({ ...day, timeZone: "UTC" });
  const number = new Intl.NumberFormat(tag);
  return {
    number: (value) => (value === null || value === undefined ? absent : number.format(value)),
    dateTime: shown({ ...day, ...clock }),
    time: shown(clock),
    timeMs: shown({ ...clock, fractionalSecondDigits: 3 }),
    // A day without a time (expiry) is the same day everywhere.
    date: (iso) => (iso && calendarDay.test(iso) ? plainDate(iso) : localDate(iso)),
    age: (ms) => ageText(ms, language),
  };
}

const cache = new Map<string, Formats>();

export function useFormats(): Formats {
  const { i18n } = useTranslation();
  const known = cache.get(i18n.language);
  if (known) return known;
  const made = formatsOf(i18n.language);
  cache.set(i18n.language, made);
  return made;
}
