import { placedFindingMessage } from "../../../src/workbook/verify";
import { generate, rewritten, smallInventory, verify } from "./received";

let sent: Uint8Array;
beforeAll(async () => {
  sent = await generate(await smallInventory(), "parc.xlsx");
});

/** What is said, first, once a part has been rewritten. */
async function told(paths: RegExp, change: (text: string) => string): Promise<string | undefined> {
  const changed = rewritten(sent, paths, change);
  const [first] = (await verify(changed)).findings;
  return first === undefined ? undefined : placedFindingMessage(first, "fr").replace(/[\u00a0\u202f]/g, " ");
}

describe("a difference is told in a sentence that an accountant reads", () => {
  it("a day as it is read, and not as the number that a file keeps", async () => {
    // 41 944 is the 1 November 2014.
    expect(await told(/worksheets\/sheet/, (text) => text.replace("<v>41944</v>", "<v>41945</v>"))).toMatch(
      /: Il y a « 0?2\/11\/2014 », et il devrait y avoir « 0?1\/11\/2014 »\.$/,
    );
  });

  it("a cell that was emptied", async () => {
    const emptied = (text: string) => text.replace(/<c r="A1"([^>]*?) t="\w+"[^>]*>.*?<\/c>/s, '<c r="A1"$1/>');
    expect(await told(/worksheets\/sheet4/, emptied)).toMatch(
      /!A1 : La cellule est vide, et il devrait y avoir « .+ »\.$/,
    );
  });

  it("a cell that was filled", async () => {
    const filled = (text: string) =>
      text.replace("</sheetData>", '<row r="900"><c r="B900"><v>5</v></c></row></sheetData>');
    expect(await told(/worksheets\/sheet4/, filled)).toMatch(/!B900 : Il y a 5, et la cellule devrait être vide\.$/);
  });

  it("a hidden name, without what it holds", async () => {
    const renamed = (text: string) => text.replace(/(<definedName name="ORDICLASSE_EMPREINTE"[^>]*>)[^<]*/, '$1"x"');
    expect(await told(/workbook\.xml$/, renamed)).toMatch(
      / : Le nom masqué ORDICLASSE_EMPREINTE a été modifié\. Demandez le classeur tel qu’il a été généré\.$/,
    );
  });
});
