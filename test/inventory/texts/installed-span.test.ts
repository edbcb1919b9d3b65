import { commonReader } from "../../../src/inventory/texts/read-text";
import { labelReading } from "../../../src/inventory/texts/label-reading";
import { areApart, flowCampaign, installedSpan } from "../../../src/inventory/texts/installed-span";

const read = (text: string) => labelReading(commonReader.read(text, "label"));

describe("the campaign of what a text says was installed", () => {
  test.each([
    ["installés 2014", "own"],
    ["installés nov.-déc. 2013", "own"],
    ["installés du 02/11/2013 au 31/12/2013", "own"],
    ["installés janv.-oct. 2014", "own"],
    ["installés 2013-2014", "own"],
    ["installés depuis nov. 2013", "own"],
    ["installés 2012", "other"],
    ["installés avant 2013", "other"],
    ["installés janv.-oct. 2013", "other"],
    ["installés 2015", "other"],
    ["installés nov.-déc. 2014", "other"],
    ["installés 2013", "mixed"],
    ["installés sept.-déc. 2013", "mixed"],
    ["installés 2e semestre 2013", "mixed"],
    ["installés depuis 2012", "mixed"],
    ["installés", null],
  ] as const)("« %s » is %s", (text, campaign) => {
    expect(flowCampaign(read(text), { year: 2014 })).toBe(campaign);
  });
});

describe("spans of days", () => {
  const apart = (...texts: string[]): boolean => areApart(texts.map((text) => installedSpan(read(text))));
  it("are apart where no day is in two of them", () => {
    expect(apart("installés nov.-déc. 2013", "installés 2014")).toBe(true);
    expect(apart("installés juil.-oct. 2014", "installés nov.-déc. 2013", "installés janv.-juin 2014")).toBe(true);
  });
  it("are not where one holds another, or where one is not told", () => {
    expect(apart("installés 2014", "installés janv.-juin 2014")).toBe(false);
    expect(apart("installés 2014", "installés")).toBe(false);
  });
});
