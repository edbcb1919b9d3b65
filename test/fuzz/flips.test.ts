import { readFileSync } from "node:fs";
import { join } from "node:path";
import { samplePath } from "../acceptance/samples";
import { atDepth } from "../depth";
import fc from "../properties";
import { composeSeed } from "./habits/compose";
import { render } from "./habits/render";
import {
  faultOf,
  flipBit,
  markupOf,
  markupParts,
  misspelled,
  structureOfXls,
  textOfPart,
  totalOf,
  withText,
  type Flipped,
} from "./flips";

const saved = (name: string): Flipped => ({
  name,
  bytes: readFileSync(join(__dirname, "../fixtures/second-reader", name)),
  campaign: 2014,
});

/** The same register, as .xlsx, .ods and .xls, and a sample with formats, merged cells and notes. */
async function files(): Promise<Flipped[]> {
  const [drawn] = (await render(composeSeed(7).drawing)).files;
  const sample = "a24-annee-et-montants-2014.xlsx";
  return [
    { name: "registre.xlsx", bytes: drawn!.bytes, campaign: 2014 },
    { name: sample, bytes: readFileSync(samplePath(sample)), campaign: 2014 },
    saved("registre.ods"),
  ];
}

const csv: Flipped = {
  name: "parc.csv",
  bytes: Buffer.from(
    'Commune;École;Effectif;Postes clients standard;Imprimantes\r\nAmagney;École primaire;100;10;2\r\nBeure;"École; du bourg";80;7;1\r\nBusy;École du haut;60;5;1\r\n',
  ),
  campaign: 2014,
};

const ranks = fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 0, max: 7 }), fc.integer({ min: 97, max: 122 }));

async function expectTold(
  all: readonly Flipped[],
  numRuns: number,
  flip: (bytes: Uint8Array, draw: readonly [number, number, number, number]) => Uint8Array,
): Promise<void> {
  const totals = await Promise.all(all.map(totalOf));
  await fc.assert(
    fc.asyncProperty(ranks, async ([which, first, second, bit, letter]) => {
      const file = all[which % all.length]!;
      const flipped = flip(file.bytes, [first, second, bit, letter]);
      expect([file.name, await faultOf(file, flipped, totals[which % all.length]!)]).toEqual([file.name, null]);
    }),
    { numRuns },
  );
}

describe("a file of which one bit is flipped is refused, told, or bills the same", () => {
  test("anywhere in an .xlsx or an .ods, whose parts have sums", async () => {
    await expectTold(await files(), atDepth(4, 250), (bytes, [at, , bit]) => flipBit(bytes, at % bytes.length, bit));
  });

  test("a flipped bit in any structure of an .xls is refused, reported, or bills the same", async () => {
    const xls = saved("registre.xls");
    const places = structureOfXls(xls.bytes);
    await expectTold([xls], atDepth(4, 100), (bytes, [at, , bit]) => flipBit(bytes, places[at % places.length]!, bit));
  });

  test("a flipped bit in the quotes and line ends of a .csv is refused, reported, or bills the same", async () => {
    const places = [...csv.bytes.keys()].filter((at) => '"\r\n'.includes(String.fromCharCode(csv.bytes[at]!)));
    await expectTold([csv], atDepth(4, 50), (bytes, [at, , bit]) => flipBit(bytes, places[at % places.length]!, bit));
  });
});

describe("markup that is flipped under a sum made good is refused, told, or bills the same", () => {
  const partOf = (bytes: Uint8Array, rank: number) => {
    const parts = markupParts(bytes);
    return parts[rank % parts.length]!;
  };

  test("one bit of a tag, outside of what attributes say", async () => {
    await expectTold(await files(), atDepth(6, 450), (bytes, [first, second, bit]) => {
      const part = partOf(bytes, first);
      const places = markupOf(textOfPart(bytes, part));
      const at = places[second % places.length]!;
      return withText(bytes, part, (text) => {
        const letter = String.fromCharCode(text.charCodeAt(at) ^ (1 << bit));
        return text.slice(0, at) + letter + text.slice(at + 1);
      });
    });
  });

  test("one letter of the name of an element, where it opens and where it closes", async () => {
    await expectTold(await files(), atDepth(6, 450), (bytes, [first, second, , letter]) =>
      withText(bytes, partOf(bytes, first), (text) => misspelled(text, second, String.fromCharCode(letter))),
    );
  });
});
