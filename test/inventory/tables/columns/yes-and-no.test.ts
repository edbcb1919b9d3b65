import { _, billed, read, told } from "../read-sheets";
import { columns, headcounts, long, poste, register, serveur } from "./table-of";

const machines = (reading: Parameters<typeof billed>[0]): string[] =>
  billed(reading).filter((text) => /POSTE|SERVEUR/.test(text));

describe("columns of yes and no", () => {
  it.each(["Réformé", "HS", "Sorti", "En stock", "Mis au rebut"])("« %s »: a yes takes the machine out", (heading) => {
    const reading = read([register([heading], [["x"], [_], [_]]), headcounts]);
    expect(machines(reading)).toEqual(["Busy/École primaire POSTE_STD 1", "Saône/École du Bourg POSTE_STD 1"]);
    expect(columns(reading)).toContain(`${heading}: status`);
  });

  it("« En service ? »: 1 and 0 are no quantities", () => {
    const reading = read([register(["En service ?"], [[1], [0], [1]]), headcounts]);
    expect(machines(reading)).toEqual(["Amagney/École primaire POSTE_STD 1", "Saône/École du Bourg POSTE_STD 1"]);
  });

  it("« Nouveau »: a yes is an installation", () => {
    const reading = read([register(["Nouveau"], [["oui"], ["non"], ["non"]]), headcounts]);
    expect(machines(reading).filter((text) => text.includes("+"))).toEqual(["Amagney/École primaire POSTE_STD+ 1"]);
  });

  it("1 and 0 are quantities beside prestations by the row", () => {
    const reading = read([
      long(
        ["Prestation", "En service", "Installé en 2014"],
        [
          [poste, 1, 1],
          [serveur, 1, 0],
        ],
      ),
      headcounts,
    ]);
    expect(machines(reading)).toEqual([
      "Amagney/École primaire POSTE_STD 1",
      "Amagney/École primaire POSTE_STD+ 1",
      "Busy/École primaire SERVEUR_STD 1",
    ]);
    expect(told(reading, "error")).toEqual([]);
  });
});
