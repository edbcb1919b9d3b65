import { inventoryTexts, pageWords, type Language } from "../../src/messages";
import { en as sharedEnglish, fr as sharedFrench } from "../../src/messages/catalogue";
import * as analyses from "../../src/messages/lazy/analyses";
import * as browser from "../../src/messages/lazy/browser";
import * as command from "../../src/messages/lazy/command";
import * as explain from "../../src/messages/lazy/explain";
import * as issue from "../../src/messages/lazy/issue";
import * as kept from "../../src/messages/lazy/kept-work";
import * as points from "../../src/messages/lazy/points";
import * as reading from "../../src/messages/lazy/reading";
import * as roles from "../../src/messages/lazy/roles";
import * as settings from "../../src/messages/lazy/settings";

const catalogues = [
  { fr: sharedFrench, en: sharedEnglish },
  ...[inventoryTexts, analyses, browser, command, explain, issue, kept, points, reading, roles, settings],
  ...[pageWords.texts, pageWords.points],
];

/** Every text of the program with its code, as it is written: with what is filled in, and what follows the nouns of a convention. */
export function writtenTexts(language: Language): (readonly [code: string, text: string])[] {
  return catalogues.flatMap((texts) => Object.entries<string>(texts[language]));
}
