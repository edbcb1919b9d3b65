import { readingMessage, type ReadingCode } from "../../../messages";
import type { Choice, NatureMeaning, RepeatRule, StateMeaning, TableUse } from "../../../options";
import { useLazyTexts, type LazyTexts } from "../../parts/context";
import { type Meaning, type Question, campaignYear, type Preview } from "../../state/preview";
import { placeText } from "../../texts/words";
import { meaningOf } from "../../texts/roles";

export type ReadingTexts = LazyTexts<ReadingCode>;

/** Returns the words of the pane, with those of « Lecture » and « Contrôle », which come with these screens. */
export const useReadingTexts = (): ReadingTexts => useLazyTexts<ReadingCode>(readingMessage);

/** The data of the texts of answers: the campaign, and the meanings of columns. */
interface Known {
  readonly campaign: number;
  readonly meanings: readonly Meaning[];
}

export function known(preview: Preview | null): Known {
  return { campaign: preview === null ? 0 : campaignYear(preview), meanings: preview?.meanings ?? [] };
}

/** Returns the text of an answer to a question. */
export function answerText(
  { about, kind }: Pick<Question, "about" | "kind">,
  as: string,
  known: Known,
  texts: ReadingTexts,
): string {
  const { campaign, meanings } = known;
  const { words, t } = texts;
  const own = ownText({ about, kind }, as);
  if (own !== null) return t(own, { year: campaign });
  const folded = as.toLowerCase();
  const meaning =
    meanings.find((one) => one.as.toLowerCase() === folded) ??
    meanings.find(({ role, prestation }) => role === as && prestation === null);
  if (meaning !== undefined) return meaningOf(meaning, words);
  const [code = "", ...rest] = as.split(" ");
  const prestation = meanings.find((one) => one.role === code)?.prestation ?? null;
  if (prestation === null) return as;
  if (rest.length === 0) return prestation;
  return t("pane-say-column-of", { what: answerText({ about, kind }, rest.join(" "), known, texts), prestation });
}

/** Returns whether an answer is a prestation, which stays French in any language. */
export function isFrench({ about, kind }: Pick<Question, "about" | "kind">, as: string): boolean {
  return (about === "column" || kind === "prestation" || kind === "header") && /^[A-Z]+_?[A-Z]*( |$)/.test(as);
}

/** Answers about a column that have texts of their own; the others are called as roles are. */
const columnAnswers = ["state", "ignored", "year-installed", "entry", "exit"] as const;

/** Returns the code of the text of an answer; null when it is called as a role or a prestation is. */
function ownText({ about, kind }: Pick<Question, "about" | "kind">, as: string): ReadingCode | null {
  if (about === "table") return `pane-say-table-${as as TableUse}`;
  if (about === "repeat") return `pane-say-repeat-${as as RepeatRule}`;
  if (kind === "nature") return `pane-say-nature-${as as NatureMeaning}`;
  if (kind === "state") return `pane-say-state-${as as StateMeaning}`;
  if (kind === "prestation" && as === "nothing") return "pane-say-prestation-nothing";
  if (kind === "header" && (as === "in-service" || as === "out")) return `pane-say-remark-${as}`;
  if (about !== "column" && kind !== "header") return null;
  const column = columnAnswers.find((one) => one === as);
  return column === undefined ? null : `pane-say-column-${column}`;
}

/** The unit in which the cells of a point are counted. */
export type Unit = "rows" | "cells" | "columns" | "schools";

export function unitOf({ about, kind }: Pick<Question, "about" | "kind">): Unit {
  if (about === "word") return kind === "header" ? "cells" : "rows";
  return about === "column" ? "columns" : about === "repeat" ? "schools" : "cells";
}

/** Returns a choice in one line. */
export function describeChoice(choice: Choice, known: Known, texts: ReadingTexts): string {
  const { words, t } = texts;
  const of = (about: Question["about"], kind: Question["kind"], as: string) =>
    answerText({ about, kind }, as, known, texts);
  switch (choice.about) {
    case "row":
      return t("pane-choice-row", { row: choice.choice.row, reason: choice.choice.reason });
    case "commune": {
      const { was, commune } = choice.choice;
      return was === undefined
        ? t("pane-choice-commune-blank", { commune })
        : t("pane-choice-commune", { text: was, commune });
    }
    case "column": {
      const { was = "", as } = choice.choice;
      return t("pane-choice-column", {
        header: was,
        bare: was === "" ? "1" : "",
        meaning: of("column", null, as),
      });
    }
    case "word": {
      const { word, kind, as } = choice.choice;
      return t("pane-choice-word", { text: word, meaning: of("word", kind, as) });
    }
    case "table":
    case "repeat": {
      const { sheet, cell, file, as } = choice.choice;
      const place = placeText(sheet, cell, file, words);
      return t(`pane-choice-${choice.about}`, { place, meaning: of(choice.about, null, as) });
    }
    case "accepted": {
      const { sheet, cell, file, was } = choice.choice;
      return t("pane-choice-accepted", { text: was, place: placeText(sheet ?? file ?? "", cell, file, words) });
    }
  }
}

/** Returns whether a typed text is part of a commune's name, ignoring case and accents, or begins its INSEE code. */
export function communeMatches(search: string, name: string, insee: string): boolean {
  const wanted = plain(search);
  return wanted === "" || plain(name).includes(wanted) || insee.startsWith(wanted);
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
