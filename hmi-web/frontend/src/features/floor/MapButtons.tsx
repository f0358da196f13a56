import { ActionIcon, Button } from "@mantine/core";
import { IconArrowsMaximize, IconMinus, IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./floor.module.css";

type MapButtonsProps = {
  paths: boolean;
  labels: boolean;
  onPaths: (shown: boolean) => void;
  onLabels: (shown: boolean) => void;
  onZoom: (factor: number) => void;
  onFit: () => void;
};

/** Everything the wheel and the mouse can do, for fingers and keys. */
export function MapButtons({ paths, labels, onPaths, onLabels, onZoom, onFit }: MapButtonsProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.mapButtons}>
      <ActionIcon variant="default" size={44} aria-label={t("floor.zoomIn")} onClick={() => onZoom(1.4)}>
        <IconPlus aria-hidden />
      </ActionIcon>
      <ActionIcon variant="default" size={44} aria-label={t("floor.zoomOut")} onClick={() => onZoom(1 / 1.4)}>
        <IconMinus aria-hidden />
      </ActionIcon>
      <ActionIcon variant="default" size={44} aria-label={t("floor.fit")} onClick={onFit}>
        <IconArrowsMaximize aria-hidden />
      </ActionIcon>
      <Button h={44} px={12} variant={paths ? "filled" : "default"} aria-pressed={paths} onClick={() => onPaths(!paths)}>
        {t("floor.paths")}
      </Button>
      <Button h={44} px={12} variant={labels ? "filled" : "default"} aria-pressed={labels} onClick={() => onLabels(!labels)}>
        {t("floor.labels")}
      </Button>
    </div>
  );
}
