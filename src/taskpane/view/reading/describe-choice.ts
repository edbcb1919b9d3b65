import type { Choice } from "../../../options";
import type { Question } from "../../session/choice-types";
import type { Preview } from "../../session/preview-types";
import { placeText } from "../../words/places";
import { answerText } from "./answers";
import type { ReadingTexts } from "./words";

/** What a choice says, in one line. */
export function describeChoice(
  choice: Choice,
  preview: Pick<Preview, "campaign" | "meanings">,
  texts: ReadingTexts,
): string {
  const { words, t } = texts;
  const of = (about: Question["about"], kind: Question["kind"], as: string) =>
    answerText({ about, kind }, as, preview, texts);
  switch (choice.about) {
    case "row":
      return words.say("pane-choice-row", { row: choice.choice.row, reason: choice.choice.reason });
    case "commune": {
      const { was, commune } = choice.choice;
      return was === undefined
        ? words.say("pane-choice-commune-blank", { commune })
        : words.say("pane-choice-commune", { text: was, commune });
    }
    case "column": {
      const { was = "", as } = choice.choice;
      return words.say("pane-choice-column", {
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
