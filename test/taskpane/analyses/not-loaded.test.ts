import { fieldOf, picked, readSample, typePrice } from "./analyses";

// A network that is cut: the code of the analyses does not come.
jest.mock("../../../src/taskpane/analyses/analyse", () => {
  throw new Error("ChunkLoadError");
});

test("no simulation starts without the code of the analyses, and the pane says so", async () => {
  const workstation = { code: "POSTE_STD", nature: "maintenance", payer: "commune" } as const;
  const opened = await readSample("parc-ecoles-2014");
  try {
    const { session } = opened;
    await typePrice(opened, workstation, "38,50");
    expect(session.state).toMatchObject({ trouble: { code: "pane-analysis-not-loaded" }, work: { kind: "none" } });
    expect(fieldOf(opened, workstation)?.trial).toBe("36.86");
    await session.run.simulateWith(picked("{}", "projet.json"));
    expect(session.state).toMatchObject({ trouble: { code: "pane-file-not-loaded" }, work: { kind: "none" } });
  } finally {
    opened.page.close();
  }
});
