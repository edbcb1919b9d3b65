import "../convention.css";
import { conventionMessage, type ConventionCode } from "../../../messages";
import { builtInConventions } from "../../../tariff";
import { useLazyTexts, usePane } from "../../parts/context";
import { Back, Button, Screen, Warning } from "../../parts/elements";
import { TickField } from "../../parts/fields";
import { placeKey } from "../check";
import { hasDebtor, itemsAt, valueAt, withItems, withoutItem, withValue, type FieldPlace } from "../draft";
import { creditFields, sections } from "../sections";
import type { ConventionShown } from "../shown";
import { draftOf, emptyCreditPart, emptyDebtor, emptyDraft, withoutDebtor } from "../starts";
import { Drafting, goToFirst, useDraft, useDrafting } from "./draft-context";
import { FicheAside } from "./fiche-aside";
import { DraftField, Fields, FaultText, labelOf } from "./fields";
import { Members } from "./members";
import { Tariffs } from "./prestations";
import { WriteActions } from "./writing";

/** Draws the convention that is being written. Nothing is written in the workbook before it is asked for. */
export function ConventionScreen() {
  const { state, words } = usePane();
  const { t } = useLazyTexts<ConventionCode>(conventionMessage);
  if (state.convention !== null) return <Editor shown={state.convention} />;
  return (
    <Screen title={words.say("pane-convention-title")} back={<Back />}>
      <p role="status">{t("pane-convention-unread")}</p>
    </Screen>
  );
}

function Editor({ shown }: { readonly shown: ConventionShown }) {
  const { words } = usePane();
  const drafting = useDrafting(shown);
  const { undo, redo } = drafting;
  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y")) return;
    // A field would take back what was typed in it alone.
    event.preventDefault();
    event.stopPropagation();
    if (key === "y" || event.shiftKey) redo();
    else undo();
  };
  return (
    <Drafting.Provider value={drafting}>
      <div class="convention" onKeyDown={onKeyDown}>
        <Screen title={words.say("pane-convention-title")} back={<Back />} actions={<WriteActions shown={shown} />}>
          <Starts shown={shown} />
          <FirstFault />
          <div class="beside-fiche">
            <div class="written">
              <Parts />
              <Tariffs />
              <Members />
            </div>
            <FicheAside />
          </div>
        </Screen>
      </div>
    </Drafting.Provider>
  );
}

/** Draws what one may start from: each takes the place of the draft, which can be gone back to. */
function Starts({ shown: { own, taken } }: { readonly shown: ConventionShown }) {
  const { change, t } = useDraft();
  const starts = [
    ...(own === null ? [] : [{ label: t("pane-convention-start-own"), draft: own }]),
    ...builtInConventions.map((one) => ({
      label: t("pane-convention-start-built-in", { id: one.id }),
      draft: draftOf(one),
    })),
    { label: t("pane-convention-start-empty"), draft: emptyDraft },
  ];
  return (
    <>
      <p class="secondary">{t("pane-convention-sheets")}</p>
      {own === null && taken.length > 0 && (
        <Warning>{t("pane-convention-own-faulty", { sheets: taken.join(", ") })}</Warning>
      )}
      <p class="buttons">
        {t("pane-convention-start")}
        {starts.map(({ label, draft: start }) => (
          <Button key={label} link onClick={() => change(start)}>
            {label}
          </Button>
        ))}
      </p>
    </>
  );
}

/** Draws how many fields are to be corrected, and leads to the first. */
function FirstFault() {
  const drafting = useDraft();
  const { faults, t } = drafting;
  const [first] = faults;
  return (
    <p role="status" class={first === undefined ? "success" : undefined}>
      {first === undefined ? t("pane-convention-no-fault") : t("pane-convention-faults", { count: faults.length })}{" "}
      {first !== undefined && (
        <Button link onClick={() => goToFirst(drafting)}>
          {labelOf(first, drafting)}
        </Button>
      )}
    </p>
  );
}

/** Draws the parts of the convention but its prestations and its members. */
function Parts() {
  const { draft, change, t } = useDraft();
  const debtor: FieldPlace = { file: "convention", field: "debtor" };
  const isRebilled = hasDebtor(draft);
  return (
    <div class="parts-of-convention">
      <Part about="deliberation" />
      <Part about="count" />
      <Part about="creditor" />
      <fieldset class="group">
        <legend>{t("pane-convention-part-debtor")}</legend>
        <TickField
          label={t("pane-convention-has-debtor")}
          checked={isRebilled}
          onChange={(has) => change(has ? withValue(draft, debtor, emptyDebtor) : withoutDebtor(draft))}
        />
        {isRebilled ? <Fields fields={sections.debtor} /> : <p class="secondary">{t("pane-convention-no-debtor")}</p>}
      </fieldset>
      <Part about="names" />
      <Part about="accounts" />
      <CreditLine />
    </div>
  );
}

function Part({ about }: { readonly about: keyof typeof sections }) {
  const { t } = useDraft();
  return (
    <fieldset class="group">
      <legend>{t(`pane-convention-part-${about}`)}</legend>
      <Fields fields={sections[about]} />
    </fieldset>
  );
}

/** Draws the parts of the credit line. */
function CreditLine() {
  const { draft, change, faultAt, t } = useDraft();
  const list: FieldPlace = { file: "convention", field: "creditLine" };
  const parts = itemsAt(draft, list);
  const fault = faultAt(list);
  const place = (index: number, field: string): FieldPlace => ({ ...list, field: `creditLine[${index}].${field}` });
  const add = () => change(withItems(draft, list, [emptyCreditPart]), placeKey(place(parts.length, "heading")));
  return (
    <fieldset class="group credit-line">
      <legend>{t("pane-convention-part-credit-line")}</legend>
      {fault !== null && <FaultText fault={fault} />}
      {parts.map((_, index) => (
        <div key={index} class="field-row">
          {creditFields.map((field) => (
            <DraftField key={field} place={place(index, field)} />
          ))}
          <Button
            link
            name={t("pane-convention-row-remove-name", {
              name: String(valueAt(draft, place(index, "heading")) || index + 1),
            })}
            onClick={() => change(withoutItem(draft, list, index), placeKey(place(Math.max(0, index - 1), "heading")))}
          >
            {t("pane-convention-row-remove")}
          </Button>
        </div>
      ))}
      <Button link onClick={add}>
        {t("pane-convention-credit-add")}
      </Button>
    </fieldset>
  );
}
