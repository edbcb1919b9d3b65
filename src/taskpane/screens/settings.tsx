import { campaignOf } from "../state/preview";
import { useState } from "preact/hooks";
import { settingsMessage, type SettingsCode } from "../../messages";
import type { Options, Settings } from "../../options";
import { useLazyTexts, usePane } from "../parts/context";
import { Back, Button, Refusals, Screen } from "../parts/elements";
import { SelectField, TextField, TickField } from "../parts/fields";
import type { OptionsSeen } from "../state/choices";
import { previewOf } from "../state/state";
import { ChoiceList } from "./reading/choice-list";

/** The options of the workbook, each with its value. Nothing is written before « Enregistrer ». */
export function AllSettings() {
  const { state } = usePane();
  const { options } = state;
  if (options.kind !== "seen") return <UnreadSettings />;
  const { besancon, schoolUnit, printableFiches, signatory } = options.options;
  // What was typed goes once other values are in force.
  const values = JSON.stringify([besancon, schoolUnit, printableFiches, signatory]);
  return <SettingsForm key={values} seen={options} />;
}

/** Options that Excel did not give yet, or that cannot be understood. */
function UnreadSettings() {
  const { session, state } = usePane();
  const { words, t } = useSettingsTexts();
  const { options } = state;
  return (
    <Screen
      alert={options.kind === "faulty"}
      title={words.say("pane-settings-title")}
      back={<Back />}
      actions={
        <Button primary onClick={() => void session.run.openSettings()}>
          {t("pane-settings-reread")}
        </Button>
      }
    >
      {options.kind === "faulty" ? (
        <Refusals anomalies={options.anomalies} />
      ) : (
        <p role="status">{t("pane-settings-unread")}</p>
      )}
    </Screen>
  );
}

const nobody = { name: "", title: "", delegation: "" };
const besanconRules = ["like-others", "cagb-share-only", "left-out"] as const;
const schoolUnits = ["one", "each"] as const;

interface SettingsFormProps {
  readonly seen: Extract<OptionsSeen, { kind: "seen" }>;
}

function SettingsForm({ seen: { options, sheet, groups } }: SettingsFormProps) {
  const { session, state } = usePane();
  const preview = previewOf(state);
  const { words, t } = useSettingsTexts();
  const [draft, setDraft] = useState<Settings>(options);
  const [opens, setOpens] = useState(session.query.opensWithWorkbook());
  const [isRefused, setRefused] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const change = (some: Partial<Settings>) => setDraft({ ...draft, ...some });
  const signatory = draft.signatory ?? nobody;
  const sign = (some: Partial<typeof nobody>) => change({ signatory: { ...signatory, ...some } });
  const isNamed = signatory.name.trim() !== "" || (signatory.title + signatory.delegation).trim() === "";
  const save = () => {
    setChecked(true);
    if (!isNamed) return;
    void session.run.openWithWorkbook(opens).then((isKept) => {
      setRefused(!isKept);
      setOpens(session.query.opensWithWorkbook());
    });
    void session.run.saveSettings(settingsOf(draft));
  };
  return (
    <Screen
      title={words.say("pane-settings-title")}
      back={<Back />}
      actions={
        <>
          <Button primary onClick={save}>
            {t("pane-settings-save")}
          </Button>
          <Button onClick={() => session.dispatch({ type: "closed" })}>{t("pane-settings-leave")}</Button>
        </>
      }
    >
      {preview !== null && (
        <p>
          {words.say("pane-situation", { year: campaignOf(preview) })}
          <br />
          {words.say("pane-tariff", { act: preview.statement.grid.act })}
        </p>
      )}
      <p class="secondary">{t("pane-settings-text")}</p>
      <SelectField
        label={t("pane-settings-besancon")}
        value={draft.besancon}
        onChange={(value) => change({ besancon: besanconRules.find((rule) => rule === value) ?? draft.besancon })}
      >
        {besanconRules.map((rule) => (
          <option key={rule} value={rule}>
            {t(`pane-settings-besancon-${rule}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("pane-settings-unit")}
        value={draft.schoolUnit}
        onChange={(value) => change({ schoolUnit: schoolUnits.find((unit) => unit === value) ?? draft.schoolUnit })}
      >
        {schoolUnits.map((unit) => (
          <option key={unit} value={unit}>
            {t(unit === "one" ? "pane-settings-unit-school" : "pane-settings-unit-each")}
          </option>
        ))}
      </SelectField>
      <TickField
        label={t("pane-settings-print")}
        checked={draft.printableFiches}
        onChange={(printableFiches) => change({ printableFiches })}
      />
      <TickField label={t("pane-settings-auto-open")} checked={opens} onChange={setOpens} />
      {isRefused && (
        <p class="warning" role="alert">
          {t("pane-settings-auto-open-refused")}
        </p>
      )}
      <TextField
        label={t("pane-settings-name")}
        value={signatory.name}
        onInput={(name) => sign({ name })}
        fault={isChecked && !isNamed ? t("pane-settings-name-wanted") : null}
      />
      <TextField label={t("pane-settings-post")} value={signatory.title} onInput={(title) => sign({ title })} />
      <TextField
        label={t("pane-settings-delegation")}
        value={signatory.delegation}
        onInput={(delegation) => sign({ delegation })}
      />
      <SharingKeys keys={options.sharingKeys} sheet={sheet} />
      {groups.length > 0 && (
        <>
          <h2>{words.say("pane-choices-list")}</h2>
          <ChoiceList />
        </>
      )}
    </Screen>
  );
}

/** Nobody signs where no name is given. */
function settingsOf({ besancon, schoolUnit, printableFiches, signatory }: Settings): Settings {
  const trimmed =
    signatory === null || signatory.name.trim() === ""
      ? null
      : {
          name: signatory.name.trim(),
          title: signatory.title.trim(),
          delegation: signatory.delegation.trim(),
        };
  return { besancon, schoolUnit, printableFiches, signatory: trimmed };
}

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
        <Button link onClick={() => void session.run.openOptionsSheet()}>
          {sheet === null ? t("pane-settings-make-sheet") : t("pane-settings-open-sheet", { sheet })}
        </Button>
      </p>
    </>
  );
}

/** The words of the pane, with those of « Réglages », which come with it. */
export const useSettingsTexts = () => useLazyTexts<SettingsCode>(settingsMessage);
