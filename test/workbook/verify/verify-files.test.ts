import { formatEuros } from "../../../src/money";
import { verifyFiles } from "../../../src/workbook/in-worker";
import { issuedWorkbook, smallInventory } from "./received";

const verify = async (...files: (readonly [name: string, bytes: Uint8Array])[]) =>
  verifyFiles(
    files.map(([name, bytes]) => ({ name, bytes })),
    "fr",
    formatEuros,
  );

test("the file that has documents is verified, whatever comes first", async () => {
  const verified = await verify(["parc.xlsx", await smallInventory()], ["recu.xlsx", await issuedWorkbook()]);
  expect(verified).toMatchObject({
    file: "recu.xlsx",
    conforms: true,
    verdict: expect.stringMatching(/^Conforme.*2 fiches/),
    findings: [],
  });
});

test.each([
  ["a file that is none", new Uint8Array([1, 2, 3]), /n’est pas un classeur|recu\.xlsx/],
  ["a workbook without documents", null, /n’a pas de document d’Ordiclasse/],
])("%s is refused in words", async (_what, bytes, saying) => {
  const verified = await verify(["recu.xlsx", bytes ?? (await smallInventory())]);
  expect(verified).toEqual({ refused: [expect.stringMatching(saying)] });
});
