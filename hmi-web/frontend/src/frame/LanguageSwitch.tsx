import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Language } from "../api/types";
import { useSetLanguage } from "../features/session/api/session";
import { switchLanguage } from "../i18n";

/** Always shows the other language, in that language. */
export function LanguageSwitch() {
  const { i18n } = useTranslation();
  const keep = useSetLanguage();
  const other: Language = i18n.language === "zh" ? "en" : "zh";
  return (
    <Button
      variant="default"
      h={44}
      px={12}
      lang={other === "zh" ? "zh-CN" : "en"}
      onClick={() => {
        switchLanguage(other);
        keep.mutate(other);
      }}
    >
      {other === "zh" ? "中文" : "English"}
    </Button>
  );
}
