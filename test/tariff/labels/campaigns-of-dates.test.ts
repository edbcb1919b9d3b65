import { campaignOfDay, campaignOfPeriod, campaignOfYears, type DayOfCount } from "../../../src/tariff";

const september: DayOfCount = { day: 15, month: 9 };
const march: DayOfCount = { day: 31, month: 3 };

describe("a day is of the campaign that its year's day of count ends, or of the next one", () => {
  it.each([
    [20141031, 2014],
    [20141101, 2014],
    [20141102, 2015],
    [20141231, 2015],
    [20150101, 2015],
  ])("%i, counted on 1 November: %i", (day, campaign) => {
    expect(campaignOfDay(day)).toBe(campaign);
  });

  it.each([
    [20260915, 2026],
    [20260916, 2027],
  ])("%i, counted on 15 September: %i", (day, campaign) => {
    expect(campaignOfDay(day, september)).toBe(campaign);
  });
});

describe("a period is of the campaign that contains it whole", () => {
  it.each([
    [20131101, 20131231, 2014],
    [20140701, 20141031, 2014],
    [20131102, 20141101, 2014],
    [20131001, 20131031, 2013],
    [20141101, 20141131, 2015],
    [20131001, 20131131, null],
    [20130101, 20141231, null],
  ])("a period from %i to %i, counted on 1 November, is of the campaign %p", (from, to, campaign) => {
    expect(campaignOfPeriod({ from, to })).toBe(campaign);
  });

  it.each([
    [20250916, 20260915, 2026],
    [20250915, 20260915, 2026],
    [20250914, 20260915, null],
    [20260901, 20260930, null],
  ])("a period from %i to %i, counted on 15 September, is of the campaign %p", (from, to, campaign) => {
    expect(campaignOfPeriod({ from, to }, september)).toBe(campaign);
  });
});

describe("years named together are of one campaign", () => {
  it("N−1/N is campaign N", () => {
    expect(campaignOfYears([2013, 2014], false)).toBe(2014);
    expect(campaignOfYears([2014, 2013], false)).toBe(2014);
  });

  it("a school year is the campaign whose day of count it contains", () => {
    expect(campaignOfYears([2014, 2015], true)).toBe(2014);
    expect(campaignOfYears([2025, 2026], true, september)).toBe(2025);
    expect(campaignOfYears([2025, 2026], true, march)).toBe(2026);
  });

  it.each([true, false])("no year is of none, school year or not (%p)", (isSchoolYear) => {
    expect(campaignOfYears([], isSchoolYear)).toBeNull();
  });
});
