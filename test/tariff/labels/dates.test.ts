import { fold, frenchDate, fromSerial, monthNames, toSerial } from "../../../src/cells";
import { takeYears } from "../../../src/tariff";
import fc from "../../properties";

describe("the years of a header", () => {
  it.each([
    ["effectif au 01/11/2014", [2014], "effectif au"],
    ["effectif au 1/1/14", [2014], "effectif au"],
    ["parc 01.11.14", [2014], "parc"],
    ["parc 01 11 2014", [2014], "parc"],
    ["le 15 janvier 2014", [2014], "le"],
    ["le 1er novembre 2014", [2014], "le"],
    ["le 1er novembre", [], "le"],
    ["rentree 2014 2015", [2014, 2015], "rentree"],
    ["rentree 2014/15", [2014, 2015], "rentree"],
    ["rentree 2014 15", [2014, 2015], "rentree"],
    ["rentree 2011/12", [2011, 2012], "rentree"],
    ["rentree 12/13", [2012, 2013], "rentree"],
    ["rentree 48/49", [2048, 2049], "rentree"],
    ["rentree 2049/50", [2049, 2050], "rentree"],
    ["classes 11/12", [], "classes 11/12"],
    ["classes 49/50", [], "classes 49/50"],
    ["classes 14/16", [], "classes 14/16"],
    ["2014", [2014], ""],
    ["rentree 1999", [1999], "rentree"],
    ["livraisons dec. 2013", [2013], "livraisons"],
    ["livraisons nov. dec. 2013", [2013], "livraisons"],
    ["livraisons s2 2014", [2014], "livraisons"],
    ["postes installes avant 2013", [2012], "postes installes"],
    ["releve du 8 mai 2014", [2014], "releve du"],
    ["ecole du 8 mai 1945", [], "ecole du 8mai1945"],
    ["tel. 03 81 55 20 14", [], "tel."],
    ["releve du 31/12/1989", [], "releve du"],
    ["releve du 31/12/1990", [1990], "releve du"],
    ["releve du 31/12/2099", [2099], "releve du"],
    ["releve du 31/12/2100", [], "releve du"],
    ["releve du 31/12/98", [1998], "releve du"],
    ["releve du 31/12/29", [2029], "releve du"],
  ])("« %s » names %j, and the rest is « %s »", (folded, years, rest) => {
    const found = takeYears(folded);
    expect(found.years).toEqual(years);
    expect(found.rest.trim()).toBe(rest);
  });

  it.each([
    ["effectif au 01/11/2014", [20141101]],
    ["parc 01.11.14", [20141101]],
    ["le 15 janvier 2014", [20140115]],
    ["du 02/11/2013 au 01/11/2014", [20131102, 20141101]],
    ["rentree de septembre 2014", [20140901]],
    ["effectif au 12 sept. 2014", [20140912]],
    ["parc au 1er nov. 2014", [20141101]],
    ["parc au 01 nov 14", [20141101]],
    ["parc au 1er novembre 14", [20141101]],
    ["du 2 nov. 2013 au 1er nov. 2014", [20131102, 20141101]],
    ["juin 2014", [20140601]],
    ["janv. 2014", [20140101]],
    ["fev 2014", [20140201]],
    ["jan. 2014", [20140101]],
    ["12 mar. 2014", [20140312]],
    ["sep. 2014", [20140901]],
    ["juill. 2014", [20140701]],
    ["avr. 14", [20140401]],
    ["juil. 2014", [20140701]],
    ["sept 14", [20140901]],
    ["oct. 2014", [20141001]],
    ["dec. 2013", [20131201]],
    ["le 1er novembre", []],
    ["rentree 2014", []],
    ["lot 45/01/2014", []],
    ["lot 01/45/2014", []],
    ["tel. 03 81 55 20 14", []],
  ])("« %s » names in full the days %j", (folded, days) => {
    expect(takeYears(folded).days).toEqual(days);
  });

  it("are none in a text without figures", () => {
    expect(takeYears("ecole du centre")).toEqual({
      rest: "ecole du centre",
      years: [],
      days: [],
      period: null,
      countDay: null,
    });
  });

  it.each([
    "1/9/2014",
    "1er sept. 2014",
    "1er septembre 2014",
    "sept. 2014",
    "nov. dec. 2013",
    "t1 2014",
    "avant 2013",
    "2014/15",
    "2014",
    "03 81 55 20 14",
  ])("« %s » leaves what stands around it apart", (date) => {
    expect(takeYears(`postes(${date})salle`).rest).toMatch(/^postes\( +\)salle$/);
  });

  it("are not those of three numbers that make no date", () => {
    expect(takeYears("salles 12 40 14")).toEqual({
      rest: "salles 12 40 14",
      years: [],
      days: [],
      period: null,
      countDay: null,
    });
    expect(takeYears("salles 40 12 14").years).toEqual([]);
  });

  it("are not found in a number beside a year, nor in a code", () => {
    expect(takeYears("2014 16")).toEqual({ rest: "  16", years: [2014], days: [], period: null, countDay: null });
    expect(takeYears("salle 120145").years).toEqual([]);
    expect(takeYears("2099/00").years).toEqual([2099]);
  });
});

describe("the period of a header", () => {
  it.each([
    ["du 02/11/2013 au 01/11/2014", 20131102, 20141101],
    ["installes nov. dec. 2013", 20131101, 20131231],
    ["installes janv. juin 2014", 20140101, 20140631],
    ["installes juil. oct. 2014", 20140701, 20141031],
    ["de janvier a juin 2014", 20140101, 20140631],
    ["nov. a fev. 2014", 20131101, 20140231],
    ["nov. 2013 a oct. 2014", 20131101, 20141031],
    ["livraisons dec 2013", 20131201, 20131231],
    ["mars 2013 a fev. 2014", 20130301, 20140231],
    ["janv. 2013 a oct. 2014", 20130101, 20141031],
    ["de novembre a novembre 2014", 20131101, 20141131],
    ["t1 2014", 20140101, 20140331],
    ["4e trimestre 2013", 20131001, 20131231],
    ["t1 2014 et t3 2014", 20140101, 20140931],
    ["s1 2014", 20140101, 20140631],
    ["trimestre 3 de 2014", 20140701, 20140931],
    ["avant 2013", 0, 20121231],
    ["avant l annee 2013", 0, 20121231],
    ["avant 2013 et en nov. 2013", 0, 20131131],
    ["du 01/09/2014 au 05/09/2014", 20140901, 20140905],
    ["du 15/10/2013 a decembre 2013", 20131015, 20131231],
    ["de nov. 2013 au 15/02/2014", 20131101, 20140215],
    ["1er semestre 2014", 20140101, 20140631],
    ["2e trim. 2014", 20140401, 20140631],
    ["semestre 2 2014", 20140701, 20141231],
  ])("« %s » goes from %i to %i", (folded, from, to) => {
    expect(takeYears(folded).period).toEqual({ from, to });
  });

  it.each([
    "parc 2014",
    "au 01/11/2014",
    "rentree 2014 2015",
    "t5 2014",
    "s3 2014",
    "depuis la rentree",
    "du 05/09/2014 au 05/09/2014",
    "du 05/09/2014 au 01/09/2014",
    "du 01/09/2014 au 05/09/2014, vu le 12/09/2014",
  ])("« %s » names none", (folded) => {
    expect(takeYears(folded).period).toBeNull();
  });

  it("is not a third half-year, of which the number stays", () => {
    expect(takeYears("secteur s3 2014")).toMatchObject({
      years: [2014],
      rest: expect.stringContaining("s3") as string,
    });
  });
});

describe("a day of a header", () => {
  it("is the same however its date is written", () => {
    const first = toSerial({ year: 2000, month: 1, day: 1 });
    fc.assert(
      fc.property(fc.integer({ min: first, max: first + 10_000 }), (serial) => {
        const date = fromSerial(serial);
        const name = monthNames[date.month - 1]!;
        const day = date.year * 10_000 + date.month * 100 + date.day;
        for (const written of [
          frenchDate(date),
          frenchDate(date).replaceAll("/", "."),
          frenchDate(date).replaceAll("/", "-"),
          `${date.day}/${date.month}/${String(date.year).slice(2)}`,
          `${date.day} ${name} ${date.year}`,
          `${date.day} ${name.toUpperCase()} ${date.year}`,
        ])
          expect([written, takeYears(fold(`parc au ${written}`))]).toMatchObject([
            written,
            { years: [date.year], days: [day], period: null },
          ]);
      }),
    );
  });
});
