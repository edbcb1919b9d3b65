import type { LabelReading, Nature } from "../../tariff";
import { pupilPart } from "../../tariff";
import type { Column, Role } from "../table";
import type { ReadLabel } from "./header-cells";
import { headerWord } from "./header-cells";
import type { ColumnTexts } from "./header-texts";

/** What one column's header says, before columns are weighed against each other. */
export function readColumn(texts: ColumnTexts, readLabel: ReadLabel, pupilsContext: boolean): Column {
  const base = {
    index: texts.column,
    texts: texts.texts,
    header: texts.texts.join(" › "),
    headerRow: texts.lowestRow,
    school: null,
    rank: 0,
    weak: false,
    qualifiers: [],
    subset: false,
    flag: null,
    words: "",
    why: null,
    nature: null,
    years: [],
    score: 0,
  };
  if (texts.texts.length === 0) return { ...base, role: { kind: "other" } };
  const words = texts.texts.map((text) => headerWord(text, readLabel));
  const leaf = words[words.length - 1]!;
  const years = words.flatMap((word) => word.reading.years);
  const subset = words.some((word) => word.reading.subset);
  const nature = natureFrom(words.map((word) => word.reading));

  // A group that names machines rules its leaves: « Postes › élèves » are machines, not pupils.
  const joined = words.length > 1 ? readLabel(words.map((word) => word.text).join(" ")) : null;
  const group = words.slice(0, -1).some((word) => isMachine(word.reading));
  const named = [
    ...(group && joined !== null ? [joined] : []),
    leaf.reading,
    ...(joined === null ? [] : [joined]),
    ...words
      .slice(0, -1)
      .reverse()
      .map((word) => word.reading),
  ];
  const usable = named.find((reading) => reading.label.kind !== "none" && reading.label.kind !== "ambiguous");
  const chosen = usable ?? named.find((reading) => reading.label.kind === "ambiguous");

  if (leaf.role !== null && !group && !(leaf.role === "quantity" && usable !== undefined)) {
    const quantity = leaf.role === "quantity";
    const role: Role = quantity ? { kind: "count", code: null } : { kind: leaf.role };
    return {
      ...base,
      role,
      rank: leaf.rank,
      words: leaf.text,
      nature: quantity ? nature : null,
      years: quantity ? years : [],
      score: 1,
    };
  }
  const settled = { ...base, nature, years, subset };
  if (
    pupilsContext ||
    words.some((word) => word.reading.label.kind === "prestation" && word.reading.label.code === "PORTAIL")
  ) {
    const part = pupilPart(leaf.text);
    if (part !== null && !group) return { ...settled, role: { kind: "part", part }, words: leaf.text, score: 0.9 };
  }
  if (chosen === undefined) {
    if ((joined ?? leaf.reading).mentions)
      return { ...settled, role: { kind: "refused", why: "unclear" }, words: leaf.text, score: 0.3 };
    return bare(settled, leaf.reading, pupilsContext);
  }
  return fromLabel(settled, chosen, pupilsContext);
}

type Settled = Omit<Column, "role">;

function fromLabel(settled: Settled, reading: LabelReading, pupilsContext: boolean): Column {
  const { label } = reading;
  switch (label.kind) {
    case "prestation":
      if (label.part !== null)
        return { ...settled, role: { kind: "part", part: label.part }, words: label.words, score: 0.9 };
      return {
        ...settled,
        role: { kind: "count", code: label.code },
        words: label.words,
        weak: label.weak,
        qualifiers: label.qualifiers,
        score: label.weak ? 0.6 : 1,
      };
    case "untariffed":
      return { ...settled, role: { kind: "untariffed" }, words: label.words, score: 1 };
    case "ambiguous":
      if (pupilsContext && label.words === "total")
        return { ...settled, role: { kind: "count", code: "PORTAIL" }, words: "total", score: 0.8 };
      return { ...settled, role: { kind: "refused", why: "ambiguous" }, words: label.words, score: 0.3 };
    case "none":
      return { ...settled, role: { kind: "other" } };
  }
}

/** A header that names no prestation: a nature or a year alone takes its prestation elsewhere, in the rows or to its left. */
function bare(settled: Settled, leaf: LabelReading, pupilsContext: boolean): Column {
  if (leaf.complete && (settled.nature !== null || settled.years.length > 0)) {
    if (pupilsContext && settled.nature === null)
      return { ...settled, role: { kind: "count", code: "PORTAIL" }, words: "", score: 0.7 };
    return { ...settled, role: { kind: "count", code: null }, words: "", score: 0.7 };
  }
  return { ...settled, role: { kind: "other" } };
}

function isMachine(reading: LabelReading): boolean {
  const { label } = reading;
  if (label.kind === "prestation") return label.code !== "PORTAIL";
  return label.kind === "untariffed" || (label.kind === "ambiguous" && label.words !== "total");
}

/** The nature that the lowest level tells, else the level above it. */
function natureFrom(readings: readonly LabelReading[]): Nature | null {
  for (const reading of [...readings].reverse())
    if (reading.nature === "installation" || reading.nature === "maintenance") return reading.nature;
  return null;
}
