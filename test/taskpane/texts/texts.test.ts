import { message } from "../../../src/messages";
import { en as allEnglish, fr as allFrench } from "../../../src/messages/catalogue";
import * as analyses from "../../../src/messages/lazy/analyses";
import * as explain from "../../../src/messages/lazy/explain";
import * as reading from "../../../src/messages/lazy/reading";
import { steps } from "../../../src/taskpane/state/state";

const ofPane = (all: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(all).filter(([code]) => code.startsWith("pane-")));
const fr = ofPane({ ...allFrench, ...analyses.fr, ...explain.fr, ...reading.fr });
const en = ofPane({ ...allEnglish, ...analyses.en, ...explain.en, ...reading.en });
/** What a reader is shown: « {?cells: » only opens a part that may be left out. */
const texts = Object.entries(fr).map(([code, text]) => [code, text.replace(/\{\?\w+:/g, "")] as const);

describe("the texts of the pane", () => {
  it("have the same codes in both languages", () => {
    expect(Object.keys(en)).toEqual(Object.keys(fr));
  });

  it.each(steps)("name the step %s in twelve characters at most, in both languages", (step) => {
    expect(fr[`pane-step-${step}`]!.length).toBeLessThanOrEqual(12);
    expect(en[`pane-step-${step}`]!.length).toBeLessThanOrEqual(12);
  });

  it.each(texts)("« %s » has none of the words that say nothing to an accountant", (_code, text) => {
    expect(text).not.toMatch(
      /\b(mapping|parsing|données? source|exécuter|batch|token|undefined|NaN|invalide|erreur|veuillez|il faut)\b/i,
    );
  });

  it.each(texts)(
    "« %s » is typeset: no plain space before : ; ! ? » nor after «, no typewriter apostrophe",
    (_code, text) => {
      expect(text).not.toMatch(/ [:;!?»]|« /);
      expect(text).not.toMatch(/[^\u202f\s"'][;!?](\s|$)/);
      expect(text).not.toMatch(/[^\u00a0\s\d]:(\s|$)/);
      expect(text).not.toMatch(/'/);
    },
  );

  it.each(Object.entries(en))("“%s” has no space before its punctuation in English", (_code, text) => {
    expect(text).not.toMatch(/[\s\u00a0\u202f][:;!?]/);
    expect(text).not.toMatch(/'/);
  });

  it("says a number with its noun wherever it says one: a text for one, a text for several", () => {
    const codes = new Set(Object.keys(fr));
    for (const code of codes) {
      if (code.endsWith("-one")) expect(codes).toContain(code.replace(/-one$/, "-other"));
      if (code.endsWith("-other")) expect(codes).toContain(code.replace(/-other$/, "-one"));
    }
  });

  it("are sentences of whoever reads them: « vous », never « tu »", () => {
    for (const [, text] of texts) expect(text).not.toMatch(/\b(tu|ton|ta|tes)\b/i);
    expect(message("pane-undo-text")).toMatch(/Vos feuilles/);
  });
});
