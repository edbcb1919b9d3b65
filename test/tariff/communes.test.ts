import { parseIsoDate } from "../../src/cells";
import {
  agree,
  builtInConventions,
  type Convention,
  communeNamed,
  createDirectory,
  entityOf,
  successorOf,
  type CommuneMatch,
} from "../../src/tariff";
import { communeKey, communeKeys, isMemberOn, nearest } from "../../src/tariff/communes";

const [convention2014] = builtInConventions as [Convention];

const on = (day: string) => createDirectory({ snapshot: parseIsoDate(day)!, convention: convention2014 });
const name = (match: CommuneMatch) =>
  match.kind === "unknown" ? `? ${match.suggestion?.name ?? "–"}` : `${match.kind} ${match.commune.name}`;

describe("the directory through time", () => {
  it.each([
    ["2014-01-01", 59],
    ["2014-11-01", 59],
    ["2015-01-01", 58],
    ["2015-11-01", 58],
    ["2016-01-01", 57],
    ["2016-05-31", 57],
    ["2016-06-01", 56],
    ["2016-11-01", 56],
    ["2017-01-01", 70],
    ["2018-01-01", 69],
    ["2019-01-01", 68],
    ["2024-11-01", 68],
    ["2025-01-01", 67],
    ["2026-11-01", 67],
  ])("the directory on %s has %i members", (day, count) => {
    expect(on(day).members).toHaveLength(count);
  });

  it("holds 81 entities, each with a SIREN that passes Luhn's check", () => {
    const luhn = (siren: string) =>
      [...siren].reverse().reduce((sum, digit, index) => {
        const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
        return sum + (value > 9 ? value - 9 : value);
      }, 0) % 10;
    expect(convention2014.members).toHaveLength(81);
    expect(convention2014.members.filter(({ siren }) => !/^\d{9}$/.test(siren) || luhn(siren) !== 0)).toEqual([]);
  });

  it("has never two members with one INSEE code, nor two names that could be mistaken for one another", () => {
    for (let year = 2014; year <= 2026; year++) {
      const { members } = on(`${year}-11-01`);
      expect(new Set(members.map(({ insee }) => insee)).size).toBe(members.length);
      const keys = members.flatMap((commune) => communeKeys(commune.name));
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    }
  });

  it("follows each merged commune to a successor that starts the day after", () => {
    for (const commune of convention2014.members.filter(({ to }) => to !== null)) {
      const successor = successorOf(commune, convention2014);
      expect(successor && isMemberOn(successor, successor.from!)).toBe(true);
      expect(
        convention2014.members.filter((one) => successorOf(one, convention2014) === successor).length,
      ).toBeGreaterThanOrEqual(2);
    }
  });

  it.each([
    ["Auxon-Dessous", "Les Auxons"],
    ["Vaire-Arcier", "Vaire"],
    ["Vaire-le-Petit", "Vaire"],
    ["Chaudefontaine", "Marchaux-Chaudefontaine"],
    ["Arguel", "Fontain"],
    ["Besançon", undefined],
  ])("the directory knows that %s merged into %s", (merged, into) => {
    expect(
      successorOf(
        convention2014.members.find((commune) => commune.name === merged)!,
        convention2014,
      )?.name,
    ).toBe(into);
  });

  it("knows a legal entity by its INSEE code and its SIREN together", () => {
    const mamirolle = convention2014.members.filter(({ insee }) => insee === "25364");
    expect(mamirolle.map(({ siren }) => siren)).toEqual(["212503643", "934280017"]);
    expect(mamirolle.map((one) => entityOf(one, convention2014))).toEqual(mamirolle);
    expect(entityOf({ ...mamirolle[0]!, siren: "212500565" }, convention2014)).toBeNull();
    expect(entityOf({ ...mamirolle[0]!, insee: "25056" }, convention2014)).toBeNull();
  });

  it("gives a new debtor to the same name and code after a merger", () => {
    const before = on("2024-11-01").findByInsee("25364");
    const after = on("2025-11-01").findByInsee("25364");
    expect([before, after].map((match) => "commune" in match && match.commune.siren)).toEqual([
      "212503643",
      "934280017",
    ]);
  });
});

describe("Auxon-Dessous, Auxon-Dessus and Les Auxons", () => {
  it.each([
    ["2014-11-01", "Auxon-Dessous", "found Auxon-Dessous"],
    ["2014-11-01", "Auxon-Dessus", "found Auxon-Dessus"],
    ["2014-11-01", "Les Auxons", "outside Les Auxons"],
    ["2015-11-01", "Les Auxons", "found Les Auxons"],
    ["2015-11-01", "Auxon-Dessous", "outside Auxon-Dessous"],
    ["2015-11-01", "AUXON DESSUS", "outside Auxon-Dessus"],
  ])("on %s, « %s » is %s in the directory", (day, text, expected) => {
    expect(name(on(day).find(text))).toBe(expected);
  });

  it("says since when, until when, and what came after", () => {
    expect(on("2014-11-01").find("Auxons (Les)")).toMatchObject({
      commune: { from: { year: 2015, month: 1, day: 1 } },
      successor: null,
    });
    expect(on("2015-11-01").find("Auxon-Dessous")).toMatchObject({
      commune: { to: { year: 2014, month: 12, day: 31 } },
      successor: { name: "Les Auxons" },
    });
  });
});

describe("a commune's name", () => {
  const directory = on("2014-11-01");

  it.each([
    ["La Vèze", "La Vèze"],
    ["Vèze (La)", "La Vèze"],
    ["Vèze, La", "La Vèze"],
    ["VEZE (LA)", "La Vèze"],
    ["Veze La", "La Vèze"],
    ["Veze", "La Vèze"],
    ["LaVèze", "La Vèze"],
    ["Chevillotte", "La Chevillotte"],
    ["Mairie du Gratteris", "Le Gratteris"],
    ["École-Valentin", "École-Valentin"],
    ["ECOLE VALENTIN", "École-Valentin"],
    ["Ecole  Valentin ", "École-Valentin"],
    ["École\u00a0Valentin", "École-Valentin"],
    ["Commune d'École-Valentin", "École-Valentin"],
    ["commune d’Ecole Valentin", "École-Valentin"],
    ["Roche lès Beaupré", "Roche-lez-Beaupré"],
    ["ROCHE LES BEAUPRE", "Roche-lez-Beaupré"],
    ["Châtillon le Duc", "Châtillon-le-Duc"],
    ["VILLE DE BESANÇON", "Besançon"],
    ["Ville de Besançon (25)", "Besançon"],
    ["Saône (Doubs)", "Saône"],
    ["Commune de la Vèze", "La Vèze"],
    ["Mairie de Franois", "Franois"],
    ["Champagney", "Champagney"],
    ["Champoux", "Champoux"],
    ["Entité racine > Amagney", "Amagney"],
    ["Root entity > Amagney", "Amagney"],
    ["Entité racine > Commune de Thise (25)", "Thise"],
    ["Amagney > École primaire > Salle 4", "Amagney"],
    ["Entité racine > Ville de Besançon > Beure", "Beure"],
  ])("« %s » is %s", (text, commune) => {
    expect(name(directory.find(text))).toBe(`found ${commune}`);
  });

  it.each([
    ["Chalezeulle", "Chalezeule"],
    ["Besancon.", "Besançon"],
    ["Chemaudn", "Chemaudin"],
    ["François", "Franois"],
    ["Entité racine > Chalezeulle", "Chalezeule"],
    ["Ville de Besançon > Chalezeulle", "Chalezeule"],
  ])("« %s » is unknown, and %s only suggested", (text, suggestion) => {
    expect(name(directory.find(text))).toBe(`? ${suggestion}`);
  });

  it.each(["", " ", "École", "école", "Ecole primaire", "Auxon", "Paris", "CAGB", "RPI des 3 villages", "St", "Les"])(
    "« %s » is unknown, and nothing is suggested",
    (text) => {
      expect(name(directory.find(text))).toBe("? –");
    },
  );

  it("is read with St for Saint once Saint-Vit is a member", () => {
    expect(["St Vit", "ST-VIT", "St. Vit", "Saint Vit"].map((text) => name(on("2017-11-01").find(text)))).toEqual(
      Array(4).fill("found Saint-Vit"),
    );
    expect(name(on("2016-11-01").find("St-Vit"))).toBe("outside Saint-Vit");
  });

  it("is a merged commune's only from the day of the merger", () => {
    expect(name(on("2015-11-01").find("Vaire"))).toBe("outside Vaire");
    expect(name(on("2015-11-01").find("Vaire-Arcier"))).toBe("found Vaire-Arcier");
    expect(name(on("2016-11-01").find("Vaire"))).toBe("found Vaire");
    expect(name(on("2016-11-01").find("Vaire le Petit"))).toBe("outside Vaire-le-Petit");
  });

  it("is found for every member, as written, in capitals and without accents", () => {
    for (const commune of directory.members) {
      const plain = commune.name.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase().replaceAll("-", " ");
      for (const text of [commune.name, plain]) expect(directory.find(text)).toEqual({ kind: "found", commune });
    }
  });
});

describe("two writings of a name", () => {
  it.each([
    ["Vèze (La)", "La Vèze"],
    ["Vèze, La", "La Vèze"],
    ["Vèze La", "La Vèze"],
  ])("« %s » has the keys of « %s »", (text, commune) => {
    expect(communeKeys(text)).toEqual(communeKeys(commune));
    expect(communeKeys(text)).toEqual(["veze", "laveze"]);
  });

  it.each([
    ["St.Vit", "Saint-Vit"],
    ["Ste-Suzanne", "Sainte-Suzanne"],
    ["Ste. Suzanne", "Sainte-Suzanne"],
  ])("« %s » is « %s »", (text, name) => {
    expect(communeKey(text)).toBe(communeKey(name));
  });
});

describe("a near miss", () => {
  const among = (key: string, ...known: [string, string][]) => nearest(key, new Map(known));

  it.each([
    ["beur", "beum", null],
    ["beure", "beurx", "x"],
    ["franois", "franoxs", "x"],
    ["franois", "franxxs", null],
    ["mamiroll", "mamixxll", "x"],
    ["mamiroll", "mamxxxll", null],
  ])("« %s » for « %s »: none under five letters, one under eight, then two", (text, known, value) => {
    expect(among(text, [known, "x"])).toBe(value);
  });

  it("is none where two communes are as near, unless they are one or another is nearer", () => {
    expect(among("franois", ["franoxs", "x"], ["franoys", "y"])).toBeNull();
    expect(among("franois", ["franoxs", "x"], ["franoys", "x"])).toBe("x");
    expect(among("mamirolle", ["mamixxlle", "x"], ["mamiyylle", "y"], ["mamizolle", "z"])).toBe("z");
  });
});

describe("a text too long for a name", () => {
  it("is no commune's, though it holds the name of one", () => {
    const directory = on("2014-11-01");
    expect(directory.find(`Beure${" ".repeat(40)}`).kind).toBe("found");
    expect(directory.find(`Beure${" ".repeat(400)}`)).toEqual({ kind: "unknown", suggestion: null });
  });
});

describe("an INSEE code", () => {
  it("finds the commune as it is on that day", () => {
    const directory = on("2014-11-01");
    expect(name(directory.findByInsee("25035"))).toBe("found Auxon-Dessus");
    expect(name(on("2015-11-01").findByInsee(" 25 035 "))).toBe("found Les Auxons");
    expect(name(directory.findByInsee("25073"))).toBe("outside Bonnay");
    expect(name(directory.findByInsee("75056"))).toBe("? –");
  });

  it("must be the commune's own", () => {
    const match = on("2014-11-01").find("Chalezeule");
    if (match.kind !== "found") throw new Error(match.kind);
    expect(agree(match.commune, "25112")).toBe(true);
    expect(agree(match.commune, "25111")).toBe(false);
    expect(agree(match.commune, "")).toBe(false);
  });
});

test("a text names a member of the day, and nothing else: neither another commune nor a near miss", () => {
  const named = ["Commune de Beure", "Auxon-Dessus", "Avane-Aveney", "Total"].map((text) =>
    communeNamed(text, on("2016-11-01")),
  );
  expect(named.map((commune) => commune?.name ?? null)).toEqual(["Beure", null, null, null]);
});
