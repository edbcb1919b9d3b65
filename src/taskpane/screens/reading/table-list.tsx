import { Fragment } from "preact";
import { useState } from "preact/hooks";
import { Warning } from "../../parts/elements";
import { usePane } from "../../parts/context";
import { TextField } from "../../parts/fields";
import type { Mapping } from "../../../inventory";
import type { Preview } from "../../state/preview";
import { columnsOf, countRows, headingOf, isOnSheet, type RowCounts } from "../../state/tables";
import { sheetText } from "../../texts/words";
import { SheetLink } from "./numbers-account";
import { communeMatches, useReadingTexts, type ReadingTexts } from "./texts";
import { KeptFold } from "./kept-fold";
import { columnsShown, rowsLeft } from "./table-screen";

interface TableListProps {
  readonly preview: Preview;
  /** The table opened last, which takes the focus. */
  readonly lastTable: number | null;
}

/** Beyond, a tab is looked for by its name. */
const atAGlance = 12;

/** Draws the tables, by what they are: those alike fold, what differs is named. */
export function TableList({ preview, lastTable }: TableListProps) {
  const { t } = useReadingTexts();
  const [search, setSearch] = useState("");
  const { tables } = preview;
  const { families, alone } = familiesOf(tables);
  const found = tables.flatMap((table, index) => (communeMatches(search, table.sheet.name, "") ? [index] : []));
  return (
    <section class="card">
      <h2>{t("pane-tables-title")}</h2>
      {tables.length > atAGlance && (
        <TextField label={t("pane-tables-search")} value={search} onInput={setSearch} isSearch />
      )}
      {search.trim() === "" ? (
        <>
          {families.map((family) => (
            <FamilyFold key={family.alike[0]} family={family} preview={preview} lastTable={lastTable} />
          ))}
          <Links tables={alone} preview={preview} lastTable={lastTable} />
        </>
      ) : found.length > 0 ? (
        <Links tables={found} preview={preview} lastTable={lastTable} />
      ) : (
        <p role="status">{t("pane-tables-not-found", { text: search })}</p>
      )}
      <WithoutTable preview={preview} />
    </section>
  );
}

interface LinksProps extends TableListProps {
  readonly tables: readonly number[];
}

function Links({ tables, preview, lastTable }: LinksProps) {
  if (tables.length === 0) return null;
  return (
    <ul class="tables">
      {tables.map((index) => (
        <li key={index}>
          <TableLink index={index} table={preview.tables[index]!} isLast={index === lastTable} />
          <TableSums table={preview.tables[index]!} preview={preview} />
        </li>
      ))}
    </ul>
  );
}

interface TableLinkProps {
  readonly index: number;
  readonly table: Mapping;
  readonly isLast: boolean;
}

/** Draws « Inventaire › Matériel en service ». */
function TableLink({ index, table: { sheet, kind }, isLast }: TableLinkProps) {
  const { session, words } = usePane();
  const { t } = useReadingTexts();
  return (
    <button
      type="button"
      class={isLast ? "link last-table" : "link"}
      onClick={() => session.dispatch({ type: "opened", open: { screen: "table", table: index } })}
    >
      {sheetText(sheet.name, sheet.otherFile, words)}
      <span aria-hidden="true"> ›</span> {t(`pane-kind-${kind}`)}
    </button>
  );
}

function TableSums({ table, preview }: { readonly table: Mapping; readonly preview: Preview }) {
  const texts = useReadingTexts();
  const rows = countRows(table);
  return (
    <>
      {rows !== null && <p class="secondary">{rowsText(rows, texts)}</p>}
      {table.columns.length > 0 && <p class="secondary">{columnsText(table, preview, texts)}</p>}
    </>
  );
}

/** Returns « 122 lignes facturées, 1 laissée de côté ». */
function rowsText(rows: RowCounts, { tCount }: ReadingTexts): string {
  return [tCount("pane-rows-billed", rows.billed), ...rowsLeft(rows, tCount)].join(", ");
}

/** Returns « 19 colonnes : 13 utilisées, 5 laissées de côté, 1 à préciser ». */
function columnsText(table: Mapping, preview: Preview, { tCount }: ReadingTexts): string {
  const { used, left, asked } = columnsShown(table, preview);
  const counts = [
    ["used", used.length],
    ["left", left.length],
    ["asked", asked.length],
  ] as const;
  const parts = counts.filter(([, count]) => count > 0).map(([what, count]) => tCount(`pane-columns-${what}`, count));
  return tCount("pane-columns", table.columns.length, { parts: parts.join(", ") });
}

interface FamilyProps extends TableListProps {
  readonly family: Family;
}

function FamilyFold({ family: { alike, others }, preview, lastTable }: FamilyProps) {
  const texts = useReadingTexts();
  const { t, tCount } = texts;
  const [first] = alike;
  const model = preview.tables[first!]!;
  const billed = alike.reduce((sum, index) => sum + (countRows(preview.tables[index]!)?.billed ?? 0), 0);
  return (
    <div class="family">
      <KeptFold name={`${model.kind}|${model.layout}`} title={tCount("pane-tables-alike", alike.length)}>
        <Links tables={alike} preview={preview} lastTable={lastTable} />
      </KeptFold>
      <p class="secondary">
        {t(`pane-kind-${model.kind}`)}, {tCount("pane-rows-billed", billed)}
      </p>
      <p class="secondary">{columnsText(model, preview, texts)}</p>
      {others.length > 0 && (
        <>
          <Warning>{tCount("pane-tables-differ", others.length)}</Warning>
          <ul class="tables">
            {others.map((difference) => (
              <li key={difference.table}>
                <TableLink
                  index={difference.table}
                  table={preview.tables[difference.table]!}
                  isLast={difference.table === lastTable}
                />
                <p class="secondary">{differenceText(difference, texts)}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function differenceText({ more, without, otherwise }: Difference, { t }: ReadingTexts): string {
  const list = (headings: readonly string[]) => headings.map((text) => t("pane-tables-quoted", { text })).join(", ");
  return [
    ...(more.length > 0 ? [t("pane-tables-more", { list: list(more) })] : []),
    ...(without.length > 0 ? [t("pane-tables-without", { list: list(without) })] : []),
    ...(otherwise.length > 0 ? [t("pane-tables-otherwise", { list: list(otherwise) })] : []),
  ].join(", ");
}

/** Draws the sheets that hold numbers, and no table. */
function WithoutTable({ preview: { numbers, tables } }: { readonly preview: Preview }) {
  const { t } = useReadingTexts();
  const bare = numbers
    .map((count) => count.sheet)
    .filter(({ name, otherFile }) => !tables.some((table) => isOnSheet(table, { sheet: name, otherFile })));
  if (bare.length === 0) return null;
  return (
    <p>
      {t("pane-tables-none-for")}{" "}
      {bare.map(({ name, otherFile }, index) => (
        <Fragment key={JSON.stringify([name, otherFile])}>
          <span class="together">
            <SheetLink sheet={name} otherFile={otherFile} />
            {index < bare.length - 1 && ","}
          </span>{" "}
        </Fragment>
      ))}
    </p>
  );
}

/** Returns whether something of a table is billed. */
export function isRead({ kind }: Mapping): boolean {
  return kind === "inventory" || kind === "installations" || kind === "headcounts";
}

/** Tables that show the same columns, and how another of their kind differs from them. */
interface Family {
  readonly alike: readonly number[];
  readonly others: readonly Difference[];
}

interface Difference {
  readonly table: number;
  /** Headings that it has, and the others have not. */
  readonly more: readonly string[];
  readonly without: readonly string[];
  /** Headings that are read otherwise. */
  readonly otherwise: readonly string[];
}

/** The minimum number of tables with the same columns that are folded together. */
const fewestAlike = 3;

/** Groups tables of one kind and layout with the same columns; the others are returned separately. */
function familiesOf(tables: readonly Mapping[]): { readonly families: Family[]; readonly alone: number[] } {
  const kinds = grouped(tables, (table) => `${table.kind}|${table.layout}`);
  const families: Family[] = [];
  const alone: number[] = [];
  for (const members of kinds) {
    const groups = grouped(members, (index) => signatureOf(tables[index]!)).map((group) =>
      group.map((at) => members[at]!),
    );
    const most = groups.reduce((best, group) => (group.length > best.length ? group : best));
    if (most.length < fewestAlike) {
      alone.push(...members);
      continue;
    }
    const same = new Set(most);
    const others = members.filter((index) => !same.has(index));
    families.push({
      alike: most,
      others: others.map((index) => differenceOf(index, tables[index]!, tables[most[0]!]!)),
    });
  }
  return { families, alone };
}

function differenceOf(index: number, table: Mapping, model: Mapping): Difference {
  const [own, theirs] = [readingsOf(table), readingsOf(model)];
  const headings = [...own.keys()];
  return {
    table: index,
    more: headings.filter((heading) => !theirs.has(heading)).map((heading) => own.get(heading)!.header),
    without: [...theirs].filter(([heading]) => !own.has(heading)).map(([, { header }]) => header),
    otherwise: headings
      .filter((heading) => theirs.has(heading) && theirs.get(heading)!.reading !== own.get(heading)!.reading)
      .map((heading) => own.get(heading)!.header),
  };
}

/** Returns the indexes of what has the same key, in order, a list a key. */
function grouped<T>(all: readonly T[], keyOf: (one: T) => string): number[][] {
  const groups = new Map<string, number[]>();
  for (const [index, one] of all.entries()) {
    const key = keyOf(one);
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  return [...groups.values()];
}

function readingsOf(table: Mapping) {
  return new Map(
    columnsOf(table).map((column) => {
      const header = headingOf(column);
      return [header.toLowerCase(), { header, reading: `${column.role}|${column.nature}` }];
    }),
  );
}

function signatureOf(table: Mapping): string {
  return [...readingsOf(table)].map(([heading, { reading }]) => `${heading}=${reading}`).join("\n");
}
