import { useTranslation } from "react-i18next";
import { word } from "../../i18n/server";
import classes from "./station.module.css";

type ChoicesProps = {
  label: string;
  family: string;
  codes: string[];
  chosen: string | null;
  onChoose: (code: string) => void;
};

/** One of a few, as buttons large enough for gloves. */
export function Choices({ label, family, codes, chosen, onChoose }: ChoicesProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.choices}>
      <legend>{label}</legend>
      {codes.map((code) => (
        <label key={code} className={classes.choice} data-chosen={code === chosen}>
          <input type="radio" name={family} checked={code === chosen} onChange={() => onChoose(code)} />
          {word(t, family, code)}
        </label>
      ))}
    </fieldset>
  );
}
