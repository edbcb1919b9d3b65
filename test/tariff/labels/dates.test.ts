import {
  campaignOfDay,
  campaignOfPeriod,
  campaignOfYears,
  sinceIn,
  takeYears,
  type DayOfCount,
} from "../../../src/tariff";

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
    ["rentree 1999", [1999], "rentree"],
    ["releve du 31/12/1989", [], "releve du"],
    ["releve du 31/12/1990", [1990], "releve du"],
    ["releve du 31/12/2099", [2099], "releve du"],
    ["releve du 31/12/2100", [], "releve du"],
    ["releve du 31/12/98", [1998], "releve du"],
    ["releve du 31/12/29", [2029], "releve du"],
    ["effectif au 1/11", [], "effectif au"],
    ["effectif au 01/11", [], "effectif au"],
    ["effectif au 1er/11", [], "effectif au"],
    ["effectif n 1", [], "effectif"],
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
    ["t1 2014", 20140101, 20140331],
    ["1er semestre 2014", 20140101, 20140631],
    ["2e trim. 2014", 20140401, 20140631],
    ["semestre 2 2014", 20140701, 20141231],
  ])("« %s » goes from %i to %i", (folded, from, to) => {
    expect(takeYears(folded).period).toEqual({ from, to });
  });

  it.each(["parc 2014", "au 01/11/2014", "rentree 2014 2015", "t5 2014", "depuis la rentree"])(
    "« %s » names none",
    (folded) => {
      expect(takeYears(folded).period).toBeNull();
    },
  );

  it.each([
    [20131101, 20131231, 2014],
    [20140701, 20141031, 2014],
    [20131102, 20141101, 2014],
    [20131001, 20131031, 2013],
    [20141101, 20141131, 2015],
    [20131001, 20131131, null],
    [20130101, 20141231, null],
  ])("from %i to %i is in the campaign of %p", (from, to, campaign) => {
    expect(campaignOfPeriod({ from, to })).toBe(campaign);
  });
});

describe("the day of the count of another convention", () => {
  const september: DayOfCount = { day: 15, month: 9 };

  it.each([
    ["au 15/09", "day"],
    ["au 15/9", "day"],
    ["15 septembre", "day"],
    ["15 sept.", "day"],
    ["au 15/09/2026", "day"],
    ["15 septembre 2026", "day"],
    ["sept. 2026", "day"],
    ["du 16/09/2025 au 15/09/2026", "period"],
    ["au 01/11", null],
    ["1er novembre", null],
    ["au 16/09", null],
  ])("« %s » names it: %s", (folded, named) => {
    expect(takeYears(folded, september).countDay).toBe(named);
  });

  it("is that of 2014 where none is given", () => {
    expect([takeYears("au 01/11").countDay, takeYears("au 15/09").countDay]).toEqual(["day", null]);
  });

  it("parts campaigns: what begins that day is of the next one", () => {
    expect([campaignOfDay(20_260_915, september), campaignOfDay(20_260_916, september)]).toEqual([2026, 2027]);
    expect(campaignOfPeriod({ from: 20_250_916, to: 20_260_915 }, september)).toBe(2026);
    expect(campaignOfPeriod({ from: 20_260_901, to: 20_260_930 }, september)).toBeNull();
    expect(sinceIn("depuis le 15/09", september)?.campaign).toBeNull();
    expect(sinceIn("depuis le 20/09/2025", september)?.campaign).toBe(2026);
    expect(sinceIn("depuis le 10/09/2025", september)?.campaign).toBe(2025);
  });

  it("says which campaign a school year is of", () => {
    expect(campaignOfYears([2025, 2026], true, september)).toBe(2025);
    expect(campaignOfYears([2025, 2026], true, { day: 31, month: 3 })).toBe(2026);
  });
});
