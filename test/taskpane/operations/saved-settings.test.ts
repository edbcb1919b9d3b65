import { readView, saveView } from "../../../src/taskpane/operations/environment";

function settingsWith(saved: unknown = null) {
  const store = new Map<string, unknown>(saved === null ? [] : [["ordiclasse.volet", saved]]);
  let saves = 0;
  return {
    get: (key: string) => store.get(key),
    save: (key: string, value: string | boolean) => {
      saves += 1;
      store.set(key, value);
      return Promise.resolve(true);
    },
    saves: () => saves,
  };
}

describe("the view saved when the pane was left", () => {
  it("comes back as it was saved", () => {
    const settings = settingsWith();
    saveView(settings, { step: "repartition", campaign: 2014 });
    expect(readView(settings)).toEqual({ step: "repartition", campaign: 2014 });
  });

  it("is written to the document only when it changes", () => {
    const settings = settingsWith();
    for (let time = 0; time < 3; time += 1) saveView(settings, { step: "controle", campaign: null });
    expect(settings.saves()).toBe(1);
  });

  it.each([null, 12, "", "{", "[]", '"x"', '{"step":"ailleurs","campaign":2014}', '{"step":"lecture"}'])(
    "is nothing where what is saved is not understood: %j",
    (saved) => {
      expect(readView(settingsWith(saved))).toBeNull();
    },
  );

  it("keeps the step where the campaign is not a year", () => {
    expect(readView(settingsWith('{"step":"lecture","campaign":"2014"}'))).toEqual({ step: "lecture", campaign: null });
  });
});
