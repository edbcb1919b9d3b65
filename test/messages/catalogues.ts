import { inventoryTexts, pageWords, type Language } from "../../src/messages";
import { en as sharedEnglish, fr as sharedFrench } from "../../src/messages/catalogue";
import * as analyses from "../../src/messages/lazy/analyses";
import * as browser from "../../src/messages/lazy/browser";
import * as command from "../../src/messages/lazy/command";
import * as convention from "../../src/messages/lazy/convention";
import * as explain from "../../src/messages/lazy/explain";
import * as issue from "../../src/messages/lazy/issue";
import * as kept from "../../src/messages/lazy/kept-work";
import * as points from "../../src/messages/lazy/points";
import * as reading from "../../src/messages/lazy/reading";
import * as roles from "../../src/messages/lazy/roles";
import * as settings from "../../src/messages/lazy/settings";
import * as verify from "../../src/messages/lazy/verify";

type Texts = Readonly<Record<string, string>>;
type InBoth = Readonly<Record<Language, Texts>>;

/** All that the pane and the page may say, a message of several cells apart: the list of every test of texts. */
const ofScreens: readonly InBoth[] = [
  { fr: sharedFrench, en: sharedEnglish },
  ...[inventoryTexts, analyses, browser, convention, explain, issue, kept, reading, roles, settings, verify],
];

const gathered = (catalogues: readonly InBoth[]): InBoth => ({
  fr: Object.assign({}, ...catalogues.map(({ fr }) => fr)) as Texts,
  en: Object.assign({}, ...catalogues.map(({ en }) => en)) as Texts,
});

/** What screens say, by code. */
export const screenTexts = gathered(ofScreens);

/** Every message by code: what screens say, and the command. */
export const allTexts = gathered([...ofScreens, command]);

/** Every text of the program with its code, as it is written: with what is filled in, and what follows the nouns of a convention. */
export function writtenTexts(language: Language): (readonly [code: string, text: string])[] {
  const catalogues = [...ofScreens, command, points, pageWords.texts, pageWords.points];
  return catalogues.flatMap((texts) => Object.entries<string>(texts[language]));
}
