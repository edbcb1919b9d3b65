import { fold, plainLetters } from "../../src/cells";

describe("marks that nobody sees", () => {
  it.each([
    "\u00ad",
    "\u200b",
    "\u200d",
    "\u200e",
    "\u202e",
    "\u2060",
    "\u2066",
    "\ufeff",
    "\u061c",
    "\u180e",
    "\ufe0f",
    "\u0007",
  ])("%j falls away wherever it stands", (mark) => {
    const text = `${mark}École${mark} du B${mark}ourg${mark}`;
    expect(plainLetters(text)).toEqual({ text: "École du Bourg", mixed: [] });
    expect(fold(text)).toBe("ecole du bourg");
  });

  it("are not spaces nor ends of lines, which stay", () => {
    expect(plainLetters("Nb\u00a0de\r\n\tpostes\u202f!\u200b").text).toBe("Nb\u00a0de\r\n\tpostes\u202f!");
  });
});

describe("letters of another alphabet", () => {
  it.each([
    ["\u0415cole", "Ecole"],
    ["\u0415\u0301cole", "École"],
    ["B\u0435ure", "Beure"],
    ["\u0392e\u03c5re", "Beure"],
    ["\u03a1irey", "Pirey"],
    ["P\u0430ck \u0420C", "Pack PC"],
    ["\u0421\u041c2", "CM2"],
  ])("%j are those of « %s » where they look like them, and the word is told", (written, latin) => {
    const { text, mixed } = plainLetters(written);
    expect([text, mixed.length > 0]).toEqual([latin, true]);
    expect(fold(written)).toBe(fold(latin));
  });

  it("stay as they are, and are told, in a word that has others which look like none of ours", () => {
    expect(plainLetters("\u0429cole")).toEqual({ text: "\u0429cole", mixed: ["\u0429cole"] });
  });

  it("are not told of a word that is all theirs, nor of units", () => {
    expect(plainLetters("\u0428\u043a\u043e\u043b\u0430 et 3 k\u03a9, 2 \u03bcm, 1 µF").mixed).toEqual([]);
  });

  it("are ours when a PDF or a wide keyboard shapes them", () => {
    expect(plainLetters("E\ufb00ectif \uff30\uff23")).toEqual({ text: "Effectif PC", mixed: [] });
  });
});
