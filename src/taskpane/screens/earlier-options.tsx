import { settingsMessage, type SettingsCode } from "../../messages";
import { earlierOptions, type EarlierOption, type Options } from "../../options";
import { useLazyTexts, usePane } from "../parts/context";
import { Button, French } from "../parts/elements";
import { PickerButton } from "../parts/inputs";

/** Draws the options of another workbook, such as that of another year, each with its text, to take or to leave. */
export function EarlierOptions({ own }: { readonly own: Options }) {
  const { session, state } = usePane();
  const { t, tCount } = useLazyTexts<SettingsCode>(settingsMessage);
  const { earlier } = state;
  const left =
    earlier === null
      ? []
      : earlierOptions(earlier.options, own).filter((one) => !earlier.declined.includes(keyOf(one)));
  return (
    <section class="card">
      <h2>{t("pane-earlier-title")}</h2>
      {earlier !== null && (
        <>
          <p role="status">
            {left.length === 0
              ? t("pane-earlier-none", { file: earlier.file })
              : tCount("pane-earlier-left", left.length, { file: earlier.file })}
          </p>
          <ul class="choices">
            {left.map((one) => {
              const declined = [...earlier.declined, keyOf(one)];
              const decline = () => session.dispatch({ type: "earlier-options", earlier: { ...earlier, declined } });
              return <Proposed key={keyOf(one)} option={one} onDecline={decline} />;
            })}
          </ul>
        </>
      )}
      <p>
        <PickerButton label={t("pane-earlier-pick")} onPick={(picked) => void session.run.showOptionsOf(picked)} />
      </p>
      <p class="secondary">{t("pane-earlier-text")}</p>
    </section>
  );
}

interface ProposedProps {
  readonly option: EarlierOption;
  readonly onDecline: () => void;
}

function Proposed({ option: { label, written, change }, onDecline }: ProposedProps) {
  const { session } = usePane();
  const { t } = useLazyTexts<SettingsCode>(settingsMessage);
  const value = written.join(" · ");
  return (
    <li class="part">
      <p>
        <strong>
          <French>{label}</French>
        </strong>{" "}
        <French>{value}</French>
      </p>
      <p>
        <Button
          name={t("pane-earlier-take-name", { label, written: value })}
          onClick={() => void session.run.takeOption(change)}
        >
          {t("pane-earlier-take")}
        </Button>{" "}
        <Button link name={t("pane-earlier-decline-name", { label, written: value })} onClick={onDecline}>
          {t("pane-earlier-decline")}
        </Button>
      </p>
    </li>
  );
}

function keyOf({ label, written }: EarlierOption): string {
  return JSON.stringify([label, written]);
}
