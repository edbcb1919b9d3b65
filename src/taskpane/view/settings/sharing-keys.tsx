import type { Options } from "../../../options";
import { Button } from "../button";
import { usePane } from "../pane-context";
import { useSettingsTexts } from "./words";

interface SharingKeysProps {
  readonly keys: Options["sharingKeys"];
  /** Name of the sheet of options; null where the workbook has none. */
  readonly sheet: string | null;
}

/** The keys that split a school between communes: shown here, changed in the sheet. */
export function SharingKeys({ keys, sheet }: SharingKeysProps) {
  const { session } = usePane();
  const { t } = useSettingsTexts();
  return (
    <>
      <h2>{t("pane-settings-keys")}</h2>
      {keys.length === 0 ? (
        <p>{t("pane-settings-no-key")}</p>
      ) : (
        <ul class="links">
          {keys.map(({ school, commune, shares }, index) => (
            <li key={index}>
              {t("pane-settings-key", {
                school,
                commune,
                shares: shares
                  .map((share) => t("pane-settings-share", { commune: share.commune, weight: share.weight }))
                  .join(", "),
              })}
            </li>
          ))}
        </ul>
      )}
      <p>
        <Button link onClick={() => void session.openOptionsSheet()}>
          {sheet === null ? t("pane-settings-make-sheet") : t("pane-settings-open-sheet", { sheet })}
        </Button>
      </p>
    </>
  );
}
