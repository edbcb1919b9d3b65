import { useState } from "preact/hooks";
import type { ConventionCode } from "../../../messages";
import { placeKey, type FieldFault } from "../check";
import { hasDebtor, valueAt, type FieldPlace } from "../draft";
import { fieldName, kindOf } from "../field-kinds";
import { nounsOf } from "../typing";
import { fieldCode, useDraft, type DraftContext } from "./draft-context";

/** Fields that show by an example how they are written. */
const hints: Readonly<Record<string, ConventionCode>> = {
  "creditor.short": "pane-convention-hint-short",
  "debtor.short": "pane-convention-hint-short",
  "creditor.executive": "pane-convention-hint-executive",
  count: "pane-convention-hint-count",
  "creditLine.heading": "pane-convention-hint-credit-heading",
  "creditLine.code": "pane-convention-hint-credit-code",
  "creditLine.label": "pane-convention-hint-credit-label",
  "rows.perSite": "pane-convention-hint-cap",
};

/** Fields under which an example stays once they are filled. */
const notes: Readonly<Record<string, ConventionCode>> = {
  "creditor.department": "pane-convention-note-department",
  "debtor.short": "pane-convention-note-short",
};

/** No text of a convention is longer. */
const longest = 500;

/** Draws a field of the draft: its label, its value and its fault. */
export function DraftField({ place }: { readonly place: FieldPlace }) {
  const drafting = useDraft();
  const { draft, t, faultAt } = drafting;
  const name = fieldName(place.field);
  const kind = kindOf(name);
  const value = valueAt(draft, place);
  const [typed, setTyped] = useState("");
  const fault = faultAt(place);
  const isRightSiren = name.endsWith("siren") && fault === null;
  const id = placeKey(place);
  const note = notes[name];
  const describedBy = [
    ...(fault !== null || isRightSiren ? [`${id}-verdict`] : []),
    ...(note === undefined ? [] : [`${id}-note`]),
  ];
  return (
    <div class="field">
      <label for={id}>{labelOf(place, drafting)}</label>
      <input
        id={id}
        type="text"
        class={fault?.code === "blank" ? "blank" : undefined}
        maxLength={longest}
        autocomplete="off"
        // The text as typed, until the value is changed elsewhere.
        value={isSame(kind.read(typed), value) ? typed : kind.show(value)}
        placeholder={hints[name] && t(hints[name])}
        aria-invalid={fault !== null || undefined}
        aria-describedby={describedBy.join(" ") || undefined}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          drafting.type(place, kind.read(currentTarget.value));
        }}
      />
      {fault !== null && <FaultText id={`${id}-verdict`} fault={fault} />}
      {isRightSiren && (
        <p id={`${id}-verdict`} class="success">
          {t("pane-convention-siren-right")}
        </p>
      )}
      {note !== undefined && (
        <p id={`${id}-note`} class="secondary">
          {t(note)}
        </p>
      )}
    </div>
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

interface FaultTextProps {
  readonly fault: FieldFault;
  /** By default, that of its place. A place without a field of its own needs it as the target of a link. */
  readonly id?: string;
}

/** Draws a fault: a shape beside the words, never the colour alone. */
export function FaultText({ fault, id }: FaultTextProps) {
  const { t } = useDraft();
  const isBlank = fault.code === "blank";
  return (
    <p id={id ?? placeKey(fault)} tabIndex={id === undefined ? -1 : undefined} class={isBlank ? "secondary" : "fault"}>
      <span aria-hidden="true">{isBlank ? "▲ " : "■ "}</span>
      {t(`pane-convention-fault-${fault.code}`, { value: fault.value })}
    </p>
  );
}

/** Returns the label of a field, with the name of the payer of a price, or of the party with a revenue. */
export function labelOf({ field }: FieldPlace, { draft, t }: DraftContext): string {
  const { debtor, member } = nounsOf(draft);
  const isOfCreditor = field === "accounts.rebilled" && !hasDebtor(draft);
  return t(isOfCreditor ? "pane-convention-field-accounts-rebilled-by-creditor" : fieldCode(field), {
    debtor: debtor || "…",
    member: member || "…",
  });
}

/** Draws fields of the convention. */
export function Fields({ fields }: { readonly fields: readonly string[] }) {
  return (
    <>
      {fields.map((field) => (
        <DraftField key={field} place={{ file: "convention", field }} />
      ))}
    </>
  );
}
