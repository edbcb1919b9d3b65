import { recogniseLabel } from "../../../src/tariff";

const said = (text: string) => {
  const { nature, years, since, complete } = recogniseLabel(text);
  return { nature, years, since, complete };
};

describe("« depuis » and a date name the campaign in which they begin", () => {
  test.each([
    ["dont installés depuis le 01/11/2013", 2014],
    ["installés depuis le 1er novembre 2013", 2014],
    ["dont neufs depuis le 02-11-2013", 2014],
    ["depuis nov. 2013", 2014],
    ["dont installés depuis le 01/11/13", 2014],
    ["dont neufs depuis sept. 13", 2013],
    ["neufs (depuis 11/2013)", 2014],
    ["depuis la campagne 2013", 2014],
    ["Postes clients standard installés depuis janvier 2014", 2014],
    ["dont depuis 2014", 2014],
    ["dont installés depuis la rentrée 2013", 2013],
    ["dont installés depuis 2012", 2012],
    ["installés depuis le 31/10/2013", 2013],
  ])("%s", (text, year) => {
    expect(said(text)).toEqual({ nature: "installation", years: [year], since: true, complete: true });
  });
  it("of no year, they are of the campaign billed", () => {
    for (const text of ["depuis le 01/11", "dont depuis le 1er novembre", "dont installés depuis le 01/11/N-1"])
      expect(said(text)).toEqual({ nature: "installation", years: [], since: true, complete: true });
  });
  it("the day is told by its campaign, and by nothing else", () => {
    expect(recogniseLabel("dont installés depuis le 02/11/2013").days).toEqual([]);
  });
  it("what is no more in service since then was not installed", () => {
    expect(recogniseLabel("HS depuis 2012")).toMatchObject({ standing: "out", nature: null, since: false });
    expect(recogniseLabel("Postes retirés depuis le 01/11/2013")).toMatchObject({ standing: "out", since: false });
  });
  it("what is in service since, pupils, and a period with its end are read as before", () => {
    expect(said("Postes en service depuis le 01/11/2013")).toMatchObject({ nature: "maintenance", since: false });
    expect(said("Effectif depuis la rentrée 2014")).toMatchObject({ nature: null, years: [2014], since: false });
    expect(said("installés depuis le 02/11/2013 jusqu'au 01/11/2014")).toMatchObject({ years: [2013, 2014] });
  });
});
