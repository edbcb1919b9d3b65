import { compareDates, fromSerial, isoDate } from "../../src/cells";
import { campaignOf, campaignOfDate, parseCampaign } from "../../src/tariff";
import fc from "../properties";

describe("campaignOf", () => {
  it("has its snapshot on 1 November and opens the day after the previous one", () => {
    const { year, snapshot, windowStart } = campaignOf(2014);
    expect([year, isoDate(snapshot), isoDate(windowStart)]).toEqual([2014, "2014-11-01", "2013-11-01"]);
  });
});

describe("parseCampaign", () => {
  it.each(["2014", " 2014 ", "2014-11-01", " 2014-11-01 ", "01/11/2014", "1/11/2014", "01.11.2014"])(
    "takes « %s »",
    (text) => {
      expect(parseCampaign(text)).toEqual(campaignOf(2014));
    },
  );

  it.each([2000, 2099])("takes every year of cells' dates, %i too", (year) => {
    for (const text of [`${year}`, `${year}-11-01`, `01/11/${year}`])
      expect(parseCampaign(text)).toEqual(campaignOf(year));
  });

  it.each([
    "",
    "14",
    "2014-11-02",
    "2014-01-11",
    "11/01/2014",
    "31/11/2014",
    "1999",
    "2100",
    "1999-11-01",
    "01/11/2100",
    "20145",
    "12014",
    "1/11-2014",
    "01/1/2014",
    "01/11/20145",
    "001/11/2014",
    "2014.5",
    "novembre 2014",
  ])("refuses « %s »", (text) => {
    expect(parseCampaign(text)).toBeNull();
  });
});

describe("campaignOfDate", () => {
  it.each([
    [2013, 11, 1, 2013],
    [2013, 11, 2, 2014],
    [2013, 12, 31, 2014],
    [2014, 1, 1, 2014],
    [2014, 10, 31, 2014],
    [2014, 11, 1, 2014],
    [2014, 11, 2, 2015],
  ])("%i-%i-%i is billed by campaign %i", (year, month, day, campaign) => {
    expect(campaignOfDate({ year, month, day }).year).toBe(campaign);
  });

  it("gives the one campaign whose window holds the date", () => {
    fc.assert(
      fc.property(fc.integer({ min: 36526, max: 73050 }), (serial) => {
        const date = fromSerial(serial);
        const { snapshot, windowStart } = campaignOfDate(date);
        expect(compareDates(windowStart, date)).toBeLessThan(0);
        expect(compareDates(date, snapshot)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
