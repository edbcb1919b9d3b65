import { useEffect, useState } from "preact/hooks";
import { settingsMessage, type SettingsCode } from "../../messages";
import { isMeant, settings, type Options, type SettingName, type SettingValues } from "../../options";
import { campaignYear } from "../state/preview";
import { useLazyTexts, usePane } from "../parts/context";
import { Back, Button, Refusals, Screen } from "../parts/elements";
import { SelectField, TickField } from "../parts/fields";
import type { OptionsSeen } from "../state/choices";
import { conventionsRead, openAs, previewOf } from "../state/state";
import { hyphened, type Hyphened } from "../texts/words";
import { EarlierOptions } from "./earlier-options";
import { draftOf, ParticularsFields, particularsOf } from "./particulars";
import { ChoiceList } from "./reading/choice-list";

/** Draws the options of the workbook, each with its value. Nothing is written before « Enregistrer ». */
export function AllSettings() {
  const { state } = usePane();
  const { options } = state;
  if (options.kind !== "seen") return <UnreadSettings />;
  const { signatory, particulars } = options.options;
  // What was typed goes once other values are in force.
  const values = JSON.stringify([valuesOf(options.options), signatory, particulars]);
  return <SettingsForm key={values} seen={options} />;
}

/** Draws options that Excel did not give yet, or that cannot be understood. */
function UnreadSettings() {
  const { session, state } = usePane();
  const { words, t } = useSettingsTexts();
  const { options } = state;
  return (
    <Screen
      alert={options.kind === "faulty"}
      title={words.say("pane-settings-title")}
      back={<Back />}
      buttons={[{ label: t("pane-settings-reread"), onPress: () => void session.run.openSettings() }]}
    >
      {options.kind === "faulty" ? (
        <Refusals anomalies={options.anomalies} />
      ) : (
        <p role="status">{t("pane-settings-unread")}</p>
      )}
    </Screen>
  );
}

const names = Object.keys(settings) as SettingName[];

/** Returns the options that have one value of a few, among all. */
function valuesOf(options: Options): SettingValues {
  return Object.fromEntries(names.map((name) => [name, options[name]])) as unknown as SettingValues;
}

interface SettingsFormProps {
  readonly seen: Extract<OptionsSeen, { kind: "seen" }>;
}

function SettingsForm({ seen: { options, sheet, groups } }: SettingsFormProps) {
  const { session, state } = usePane();
  const { words, t } = useSettingsTexts();
  const [chosen, setChosen] = useState(valuesOf(options));
  const [convention] = conventionsRead(state) ?? [];
  const isOffered = (name: SettingName): boolean => convention === undefined || isMeant(name, convention);
  const [particulars, setParticulars] = useState(draftOf(options));
  const [checks, setChecks] = useState(0);
  useFocusOnFault(checks);
  const opening = useOpening();
  const save = () => {
    setChecks(checks + 1);
    const kept = particularsOf(particulars, conventionsRead(state));
    if (kept === null) return;
    opening.save();
    void session.run.saveSettings({ ...chosen, ...kept });
  };
  return (
    <Screen
      title={words.say("pane-settings-title")}
      back={<Back />}
      buttons={[
        { label: t("pane-settings-save"), onPress: save },
        { label: t("pane-settings-leave"), onPress: () => session.dispatch({ type: "closed" }) },
      ]}
    >
      <CampaignRead />
      <EarlierOptions own={options} />
      <p class="secondary">{t("pane-settings-text")}</p>
      {names.filter(isOffered).map((name) => (
        <SettingField
          key={name}
          name={name}
          value={chosen[name]}
          onChange={(value) => setChosen({ ...chosen, [name]: value })}
        />
      ))}
      {opening.opens !== null && (
        <TickField label={t("pane-settings-auto-open")} checked={opening.opens} onChange={opening.setOpens} />
      )}
      {opening.isRefused && (
        <p class="warning" role="alert">
          {t("pane-settings-auto-open-refused")}
        </p>
      )}
      <ParticularsFields
        draft={particulars}
        onChange={setParticulars}
        isChecked={checks > 0}
        isUnfolded={openAs(state, "settings")?.unfolded === "particulars"}
      />
      <h2>{words.say("pane-convention-title")}</h2>
      <p>
        <Button link onClick={() => void session.run.openConvention()}>
          {t("pane-settings-convention")}
        </Button>
      </p>
      <SharingKeys keys={options.sharingKeys} sheet={sheet} />
      {groups.length > 0 && (
        <>
          <h2>{words.say("pane-choices-list")}</h2>
          <ChoiceList />
        </>
      )}
      <p class="secondary">{session.query.ownVersion()}</p>
    </Screen>
  );
}

interface SettingFieldProps {
  readonly name: SettingName;
  readonly value: string | boolean;
  readonly onChange: (value: string | boolean) => void;
}

/** The texts of the values that are not yes or no. */
type ValueCode = {
  [Name in SettingName]: SettingValues[Name] extends string
    ? `pane-setting-${Hyphened<Name>}-${SettingValues[Name]}`
    : never;
}[SettingName];

/** Draws one way in which the campaign is billed or printed. */
function SettingField({ name, value, onChange }: SettingFieldProps) {
  const { t } = useSettingsTexts();
  const label = t(`pane-setting-${hyphened(name)}`);
  if (typeof value === "boolean") return <TickField label={label} checked={value} onChange={onChange} />;
  return (
    <SelectField label={label} value={value} onChange={onChange}>
      {Object.keys(settings[name].values).map((word) => (
        <option key={word} value={word}>
          {t(`pane-setting-${hyphened(name)}-${word}` as ValueCode)}
        </option>
      ))}
    </SelectField>
  );
}

/** Goes to the first field that is at fault, unfolded, each time that it is asked. */
function useFocusOnFault(checks: number): void {
  useEffect(() => {
    const field = checks === 0 ? null : document.querySelector<HTMLElement>("[aria-invalid=true]");
    field?.closest("details")?.setAttribute("open", "");
    field?.focus();
  }, [checks]);
}

/** Stores whether the pane opens with the workbook. Returns this setting, its setter, and whether Excel refused it. */
function useOpening() {
  const { session } = usePane();
  const [opens, setOpens] = useState(session.query.opensWithWorkbook());
  const [isRefused, setRefused] = useState(false);
  const save = () => {
    if (opens === null) return;
    void session.run.openWithWorkbook(opens).then((isKept) => {
      setRefused(!isKept);
      setOpens(session.query.opensWithWorkbook());
    });
  };
  return { opens, setOpens, isRefused, save };
}

/** Draws the campaign that was read and its tariff; nothing before. */
function CampaignRead() {
  const { state, words } = usePane();
  const preview = previewOf(state);
  if (preview === null) return null;
  return (
    <p>
      {words.say("pane-situation", { year: campaignYear(preview) })}
      <br />
      {words.say("pane-tariff", { act: preview.statement.grid.act })}
    </p>
  );
}

interface SharingKeysProps {
  readonly keys: Options["sharingKeys"];
  /** Name of the options sheet; null without one. */
  readonly sheet: string | null;
}

/** Draws the keys that split a school between communes: shown here, changed in the sheet. */
function SharingKeys({ keys, sheet }: SharingKeysProps) {
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

/** Returns the words of the pane, with those of « Réglages », which come with it. */
const useSettingsTexts = () => useLazyTexts<SettingsCode>(settingsMessage);
