import { readingMessage } from "../../../src/messages";
import { answerText, known, type ReadingTexts } from "../../../src/taskpane/screens/reading/texts";
import { createWords } from "../../../src/taskpane/texts/words";
import { previewOfSample } from "../pane-of";

test.each([
  ["label", "désignation du matériel"],
  ["quantity", "quantité"],
  ["entry", "La date d’entrée dans le parc"],
  ["exit", "La date de sortie du parc"],
  ["year-installed", "L’année d’installation"],
  ["POSTE_STD", "Poste client standard"],
  ["POSTE_STD year-installed", "L’année d’installation (Poste client standard)"],
  ["POSTE_STD année d’installation", "année d’installation (Poste client standard)"],
  ["CHAISE year-installed", "CHAISE year-installed"],
  ["ignored", "Rien d’utile : la laisser de côté"],
])("each role that may be given to a column is in words: %s", async (as, words) => {
  const texts = {
    words: createWords("fr", "fr-FR"),
    t: (code, params) => readingMessage(code, params ?? {}, "fr"),
  } as ReadingTexts;
  const preview = await previewOfSample("parc-ecoles-2014");
  const said = answerText({ about: "column", kind: null }, as, known(preview), texts);
  expect(said.replaceAll("\u00a0", " ")).toBe(words);
});
