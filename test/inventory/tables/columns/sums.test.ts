import type { Cell } from "../../../../src/cells";
import { read, sheet, type Read } from "../../workbook-of";

const bourg = ["Beure", "École du Bourg", 80] as const;
const pont = ["Pirey", "École du Pont", 60] as const;
const parc = (headers: readonly (readonly string[])[], ...rows: readonly (readonly Cell[])[]) =>
  sheet("Parc", [
    ...headers.map((row, at) => [
      ...(at === headers.length - 1 ? ["Commune", "École", "Élèves"] : ["", "", ""]),
      ...row,
    ]),
    ...rows,
  ]);
const errors = (result: Read): string[] => result.anomalies("Parc").filter((each) => each.startsWith("error"));
const posts = (result: Read) => ["École du Bourg", "École du Pont"].map((name) => result.quantity(name, "POSTE_STD"));

describe("columns of one prestation of which another beside them is the sum are its parts", () => {
  test("rooms and floors under a prestation are parts of its total, before or after it", () => {
    for (const words of [
      ["Salle 1", "Salle 2"],
      ["Rez-de-chaussée", "Étage"],
      ["Bâtiment A", "Bâtiment B"],
    ]) {
      const before = read(
        parc(
          [
            ["Postes clients standard", "", ""],
            [...words, "Total"],
          ],
          [...bourg, 3, 5, 8],
          [...pont, 2, 7, 9],
        ),
      );
      expect([errors(before), posts(before)]).toEqual([[], [8, 9]]);
      const after = read(
        parc(
          [
            ["Postes clients standard", "", ""],
            ["Total", ...words],
          ],
          [...bourg, 8, 3, 5],
          [...pont, 9, 2, 7],
        ),
      );
      expect([errors(after), posts(after)]).toEqual([[], [8, 9]]);
    }
  });

  test("numbers typed as text add up as numbers do", () => {
    const headers = [
      ["Postes clients standard", "", ""],
      ["Cycle 2", "Cycle 3", "Total"],
    ];
    const result = read(parc(headers, [...bourg, 3, 5, "8"], [...pont, "2,0", 7, "9,0"]));
    expect([errors(result), posts(result)]).toEqual([[], [8, 9]]);
    expect(errors(read(parc(headers, [...bourg, 3, 5, "8"], [...pont, "2,0", 7, "8,0"])))).not.toEqual([]);
  });

  test("their total is billed, though the prestations on its other side add up to it too", () => {
    const headers = ["Bâtiment A", "Bâtiment B", "Total"].map((part) => `Postes clients standard (${part})`);
    const result = read(
      parc(
        [[...headers, "Serveur spécifique", "Postes spécifiques", "Logiciels spécifiques"]],
        [...bourg, 1, 3, 4, 1, 0, 3],
        [...pont, 1, 6, 7, 1, 4, 2],
      ),
    );
    expect([errors(result), posts(result)]).toEqual([[], [4, 7]]);
  });

  test("asked where one row does not add up, and where no column is their sum", () => {
    const headers = [
      ["Postes clients standard", "", ""],
      ["Salle 1", "Salle 2", "Total"],
    ];
    expect(errors(read(parc(headers, [...bourg, 3, 5, 8], [...pont, 2, 7, 8])))).not.toEqual([]);
    const floors = [
      ["Postes clients standard", ""],
      ["Rez-de-chaussée", "Étage"],
    ];
    expect(errors(read(parc(floors, [...bourg, 3, 5], [...pont, 2, 7])))).toEqual([
      "error unclear-header D2",
      "error unclear-header E2",
    ]);
  });
});

describe("« Total postes » is left out where it is the sum of the prestations that it may name", () => {
  const headers = ["Postes clients standard", "Serveurs spécifiques", "Postes spécifiques", "Total postes"];

  test("whatever stands between them, be there one school", () => {
    const two = read(parc([headers], [...bourg, 8, 1, 2, 10], [...pont, 9, null, null, 9]));
    expect([errors(two), posts(two)]).toEqual([[], [8, 9]]);
    const one = read(parc([headers], [...bourg, 8, 1, null, 8]));
    expect(errors(one)).toEqual([]);
  });

  test("asked where it is not", () => {
    expect(errors(read(parc([headers], [...bourg, 8, 1, 2, 11])))).toEqual(["error ambiguous-header G1"]);
  });
});

describe("a part of what its prestation counts", () => {
  test.each([
    "Postes clients standard (dont en panne)",
    "Postes clients standard (dont portables)",
    "Postes clients standard – dont portables",
  ])("is left out right beside it, be there one school: « %s »", (header) => {
    const result = read(parc([["Postes clients standard", header]], [...bourg, 8, 2]));
    expect([errors(result), posts(result)[0]]).toEqual([[], 8]);
  });

  test("is left out wherever it is, where its heading begins as that of the column of which it is a part", () => {
    const headers = ["Postes clients standard (dont en panne)", "Serveur standard", "Postes clients standard"];
    const result = read(parc([headers], [...bourg, 2, 1, "8,0"]));
    expect([errors(result), posts(result)[0]]).toEqual([[], 8]);
    const more = read(parc([headers], [...bourg, 9, 1, "8,0"]));
    expect(errors(more)).not.toEqual([]);
    for (const unread of ["2 ?", "quelques-uns"])
      expect(errors(read(parc([headers], [...bourg, unread, 1, 8])))).not.toEqual([]);
    const ofAnother = ["Postes élémentaire (dont en panne)", "Serveur standard", "Postes clients standard"];
    expect(errors(read(parc([ofAnother], [...bourg, 2, 1, 8])))).not.toEqual([]);
  });

  test("is asked where a number of it is not read", () => {
    const headers = ["Postes clients standard", "Postes clients standard (dont en panne)"];
    for (const unread of ["2 ?", "quelques-uns"])
      expect(errors(read(parc([headers], [...bourg, 8, unread])))).not.toEqual([]);
  });

  test("is asked where it has more units", () => {
    const headers = ["Postes clients standard", "Postes clients standard (dont en panne)"];
    expect(errors(read(parc([headers], [...bourg, 8, 9])))).not.toEqual([]);
  });

  test("is left out of a total that says so, though one room alone has some", () => {
    const rooms = ["(Salle 1)", "(Salle 2)", "(Total)"].map((room) => `Postes clients standard ${room}`);
    const result = read(parc([rooms], [...bourg, 8, null, 8]));
    expect([errors(result), posts(result)[0]]).toEqual([[], 8]);
  });

  test.each([17, 20])(
    "is left out of a total of which a row of totals gives the sum alone, right or wrong: %s",
    (sum) => {
      const rooms = ["(Salle 1)", "(Salle 2)", "(Total)"].map((room) => `Postes clients standard ${room}`);
      const rows = [
        [...bourg, 8, 2, 10],
        [...pont, 4, 3, 7],
        ["Total", null, null, null, null, sum],
      ];
      const result = read(parc([rooms], ...rows));
      expect([errors(result), posts(result)]).toEqual([[], [10, 7]]);
    },
  );
});
