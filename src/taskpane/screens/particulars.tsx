import { settingsMessage, type SettingsCode } from "../../messages";
import {
  faultOfParticular,
  isMeant,
  particularGroups,
  particularOf,
  particularRows,
  particularWording,
  type ParticularName,
  type Particulars,
  type SingleOptions,
} from "../../options";
import type { Convention } from "../../tariff";
import { useLazyTexts, usePane } from "../parts/context";
import { Fold } from "../parts/elements";
import { TextField } from "../parts/fields";
import { campaignYear } from "../state/preview";
import { conventionsRead, previewOf, type PaneState } from "../state/state";
import { labelOf, signatoryLabels } from "../texts/particulars";

type Signed = NonNullable<SingleOptions["signatory"]>;

/** The particulars as typed, not saved yet. */
interface ParticularsDraft {
  readonly written: Readonly<Partial<Record<ParticularName, string>>>;
  readonly signatory: Signed;
}

const names = Object.keys(particularRows) as ParticularName[];
const nobody: Signed = { name: "", title: "", delegation: "" };
const signed = ["name", "title", "delegation"] as const;

/** Returns what the fields show of the options in force. */
export function draftOf({
  particulars = {},
  signatory,
}: Pick<SingleOptions, "particulars" | "signatory">): ParticularsDraft {
  const given = Object.entries(particulars) as [ParticularName, string][];
  return {
    written: Object.fromEntries(given.map(([name, value]) => [name, particularWording(name, value)])),
    signatory: signatory ?? nobody,
  };
}

/** Returns the particulars to save; null when one is faulty. Without a name, there is no signatory. */
export function particularsOf(
  draft: ParticularsDraft,
  among: readonly Convention[] | undefined,
): Required<Pick<SingleOptions, "particulars" | "signatory">> | null {
  if (!isNamed(draft) || names.some((name) => faultOfParticular(name, writtenAs(draft, name), among) !== null))
    return null;
  const particulars: Particulars = Object.fromEntries(
    names.flatMap((name) => {
      const value = particularOf(name, writtenAs(draft, name));
      return value === null ? [] : [[name, value]];
    }),
  );
  const [name = "", title = "", delegation = ""] = signed.map((field) => draft.signatory[field].trim());
  return { particulars, signatory: name === "" ? null : { name, title, delegation } };
}

function writtenAs({ written }: ParticularsDraft, name: ParticularName): string {
  return written[name] ?? "";
}

/** Returns whether a signatory with a position or a delegation also has a name. */
function isNamed({ signatory: { name, title, delegation } }: ParticularsDraft): boolean {
  return name.trim() !== "" || (title + delegation).trim() === "";
}

interface ParticularsFieldsProps {
  readonly draft: ParticularsDraft;
  readonly onChange: (draft: ParticularsDraft) => void;
  /** Shows faults, each at its field. */
  readonly isChecked: boolean;
  readonly isUnfolded?: boolean;
}

/** Draws a field for each particular, by group, and for the signatory: folded, because billing does not need them. */
export function ParticularsFields({ draft, onChange, isChecked, isUnfolded = false }: ParticularsFieldsProps) {
  const { state } = usePane();
  const { t } = useLazyTexts<SettingsCode>(settingsMessage);
  const given = [
    ...names.filter(isAsked(state)).map((name) => writtenAs(draft, name)),
    ...signed.map((field) => draft.signatory[field]),
  ];
  const [titre, parties, signature, convention, correction] = particularGroups.map((group) => (
    <Group key={group} about={group} {...{ draft, onChange, isChecked }} />
  ));
  return (
    <Fold
      open={isUnfolded}
      title={t("pane-particulars", {
        given: given.filter((text) => text.trim() !== "").length,
        total: given.length,
      })}
    >
      <p class="secondary">{t("pane-particulars-text")}</p>
      {titre}
      {parties}
      {signature}
      {convention}
      {correction}
    </Fold>
  );
}

function Group({
  about,
  draft,
  onChange,
  isChecked,
}: ParticularsFieldsProps & { readonly about: (typeof particularGroups)[number] }) {
  const { state } = usePane();
  const { t } = useLazyTexts<SettingsCode>(settingsMessage);
  const preview = previewOf(state);
  const year = (preview === null ? state.campaign : campaignYear(preview)) ?? "N";
  const fieldOf = (name: ParticularName) => {
    const { kind, otherwise } = particularRows[name];
    const value = writtenAs(draft, name);
    const label = t(labelOf(name));
    const fault = isChecked ? faultOfParticular(name, value, conventionsRead(state)) : null;
    return (
      <TextField
        key={name}
        label={kind === "date" ? t("pane-particular-dated", { label }) : label}
        value={value}
        onInput={(text) => onChange({ ...draft, written: { ...draft.written, [name]: text } })}
        fault={fault && t(`pane-particular-bad-${fault.kind}`, fault.params)}
        otherwise={t(`pane-particular-${otherwise}`, { year })}
      />
    );
  };
  const own = names.filter(isAsked(state)).filter((name) => particularRows[name].group === about);
  return (
    <fieldset class="group">
      <legend>{t(`pane-particulars-${about}`)}</legend>
      {own.filter(isOfName).map(fieldOf)}
      {about === "signature" && <Signatory {...{ draft, onChange, isChecked }} />}
      {own.filter((name) => !isOfName(name)).map(fieldOf)}
    </fieldset>
  );
}

/** Returns the function that tells whether a particular has a meaning under the convention that was read. */
function isAsked(state: PaneState): (name: ParticularName) => boolean {
  const [convention] = conventionsRead(state) ?? [];
  return (name) => convention === undefined || isMeant(name, convention);
}

/** Returns whether a particular is a first name, asked for before the name that it goes with. */
const isOfName = (name: ParticularName): boolean => name === "signatoryFirstName";

/** Draws the signatory: a name, and the lines above and under it. */
function Signatory({ draft, onChange, isChecked }: ParticularsFieldsProps) {
  const { t } = useLazyTexts<SettingsCode>(settingsMessage);
  const isNameWanted = isChecked && !isNamed(draft);
  return (
    <>
      {signed.map((field) => (
        <TextField
          key={field}
          label={t(signatoryLabels[field])}
          value={draft.signatory[field]}
          onInput={(text) => onChange({ ...draft, signatory: { ...draft.signatory, [field]: text } })}
          fault={field === "name" && isNameWanted ? t("pane-settings-name-wanted") : null}
          otherwise={t(field === "delegation" ? "pane-particular-from-convention" : "pane-particular-dots")}
        />
      ))}
    </>
  );
}
