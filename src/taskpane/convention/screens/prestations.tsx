import { measures } from "../../../tariff";
import { Button } from "../../parts/elements";
import { placeKey } from "../check";
import { hasDebtor, itemsAt, valueAt, withItems, withoutItem, withValue, type FieldPlace } from "../draft";
import { rowsPasted } from "../rows-pasted";
import { priceFields, rowFields } from "../sections";
import { emptyRow } from "../starts";
import { nounsOf } from "../typing";
import { useDraft } from "./draft-context";
import { DraftField, FaultText, labelOf } from "./fields";
import { PasteForm } from "./paste-form";

const grids: FieldPlace = { file: "grid", field: "" };

/** Draws the tariffs of the convention, one after the other in time. */
export function Tariffs() {
  const { draft, change, t } = useDraft();
  const all = itemsAt(draft, grids);
  const last = all.length - 1;
  const revise = () =>
    change(
      withItems(draft, grids, [{ ...(all[last] as object), from: "", to: "" }]),
      placeKey({ file: "grid", field: `[${all.length}].act` }),
    );
  return (
    <>
      {all.map((_, index) => (
        <Tariff key={index} index={index} isAlone={all.length === 1} />
      ))}
      <p class="buttons">
        <Button link onClick={revise}>
          {t("pane-convention-grid-add")}
        </Button>
      </p>
    </>
  );
}

interface TariffProps {
  readonly index: number;
  readonly isAlone: boolean;
}

/** Draws a tariff: the act that votes it, its days, and one row per prestation, as a table when there is room. */
function Tariff({ index, isAlone }: TariffProps) {
  const drafting = useDraft();
  const { draft, change, faultAt, t } = drafting;
  const place = (field: string): FieldPlace => ({ file: "grid", field: `[${index}].${field}` });
  const rows = place("rows");
  const count = itemsAt(draft, rows).length;
  const isRebilled = hasDebtor(draft);
  const fault = faultAt(rows);
  const prices = priceFields.filter((field) => isRebilled || field.endsWith("member"));
  const columns = [...rowFields, ...prices, "perSite", "counts", "words"].map((field) => `rows[0].${field}`);
  const labels = columns.map((field) => labelOf(place(field), drafting));
  const add = (items: readonly object[]) =>
    change(withItems(draft, rows, items), placeKey(place(`rows[${count}].code`)));
  return (
    <section class="card">
      <h2>{t(index === 0 ? "pane-convention-prestations" : "pane-convention-grid-revised")}</h2>
      <p class="secondary">{t("pane-convention-prestations-note")}</p>
      <div class="field-row">
        {["act", "from", "to"].map((field) => (
          <DraftField key={field} place={place(field)} />
        ))}
      </div>
      {fault !== null && <FaultText fault={fault} />}
      <div class={isRebilled ? "prestations" : "prestations without-debtor"}>
        <p class="headings" aria-hidden="true">
          {labels.map((label) => (
            <span key={label}>{label}</span>
          ))}
        </p>
        {Array.from({ length: count }, (_, at) => (
          <Row key={at} rows={rows} index={at} prices={prices} />
        ))}
      </div>
      <p class="buttons">
        <Button link onClick={() => add([emptyRow])}>
          {t("pane-convention-row-add")}
        </Button>
        {!isAlone && (
          <Button link onClick={() => change(withoutItem(draft, grids, index))}>
            {t("pane-convention-grid-remove")}
          </Button>
        )}
      </p>
      <PasteForm
        about="rows"
        hint={t("pane-convention-paste-rows-hint", { columns: labels.join(", "), ...nounsOf(draft) })}
        unclear={t("pane-convention-paste-unclear", { columns: labels.join(", ") })}
        read={(text) => rowsPasted(text, nounsOf(draft), isRebilled)}
        onAdd={(items) => {
          // The row that is there from the start is not kept when nothing is written in it.
          const [first, ...others] = itemsAt(draft, rows);
          const isBlank = JSON.stringify(first) === JSON.stringify(emptyRow) && others.length === 0;
          const kept = isBlank ? withValue(draft, rows, []) : draft;
          change(withItems(kept, rows, items), placeKey(place(`rows[${isBlank ? 0 : count}].code`)));
        }}
      />
    </section>
  );
}

interface RowProps {
  readonly rows: FieldPlace;
  readonly index: number;
  readonly prices: readonly string[];
}

/** Draws a prestation: what it is, its prices, and how it is counted. */
function Row({ rows, index, prices }: RowProps) {
  const drafting = useDraft();
  const { draft, change, type, showPrice, t } = drafting;
  const place = (field: string): FieldPlace => ({ file: "grid", field: `${rows.field}[${index}].${field}` });
  const counts = place("counts");
  const code = String(valueAt(draft, place("code")) ?? "");
  const name = code === "" ? String(index + 1) : code;
  const next = Math.max(0, Math.min(index, itemsAt(draft, rows).length - 2));
  return (
    <fieldset class="prestation" onFocusIn={() => showPrice(String(valueAt(draft, place("prestation")) ?? ""))}>
      <legend>{t("pane-convention-prestation", { name })}</legend>
      {[...rowFields, ...prices, "perSite"].map((field) => (
        <DraftField key={field} place={place(field)} />
      ))}
      <div class="field">
        <label for={placeKey(counts)}>{labelOf(counts, drafting)}</label>
        <select
          id={placeKey(counts)}
          value={String(valueAt(draft, counts) ?? "units")}
          onChange={({ currentTarget }) => type(counts, currentTarget.value)}
        >
          {measures.map((measure) => (
            <option key={measure} value={measure}>
              {t(`pane-convention-counts-${measure}`)}
            </option>
          ))}
        </select>
      </div>
      <DraftField place={place("words")} />
      <Button
        link
        name={t("pane-convention-row-remove-name", { name: t("pane-convention-prestation", { name }) })}
        onClick={() =>
          change(withoutItem(draft, rows, index), placeKey({ ...rows, field: `${rows.field}[${next}].code` }))
        }
      >
        {t("pane-convention-row-remove")}
      </Button>
    </fieldset>
  );
}
