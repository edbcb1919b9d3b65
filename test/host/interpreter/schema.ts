import { readFileSync } from "node:fs";
import { join } from "node:path";
import { officeFiles } from "../office-files";
import { readApiSet, type ApiNeed } from "./api-set";
import { withLaterClasses } from "./later-classes";

interface ScalarSchema {
  /** Public name: `showGridlines`; the wire may say `Gridlines`. */
  readonly name: string;
  readonly wireName: string;
  readonly writable: boolean;
  readonly need: ApiNeed | null;
}

interface NavigationSchema {
  readonly name: string;
  readonly wireName: string;
  readonly className: string;
  readonly need: ApiNeed | null;
}

interface MethodSchema {
  readonly name: string;
  readonly wireName: string;
  /** Class of the object it gives; null: a value, or nothing. */
  readonly className: string | null;
  readonly parameters: readonly string[];
  /** False: the library itself calls it a read. */
  readonly writes: boolean;
  readonly need: ApiNeed | null;
}

export interface ClassSchema {
  readonly name: string;
  readonly isCollection: boolean;
  /** Class of a collection's items. */
  readonly itemClass: string | null;
  /** By public name. */
  readonly scalars: ReadonlyMap<string, ScalarSchema>;
  readonly navigations: ReadonlyMap<string, NavigationSchema>;
  /** Writable scalars, navigations and methods by the name they bear on the wire. */
  readonly wireScalars: ReadonlyMap<string, ScalarSchema>;
  readonly wireNavigations: ReadonlyMap<string, NavigationSchema>;
  readonly wireMethods: ReadonlyMap<string, MethodSchema>;
}

export type Schema = ReadonlyMap<string, ClassSchema>;

let schema: Schema | null = null;

/**
 * What Excel's classes are, read from the library's own readable build: names, API sets, what may be written. Extracted at
 * each run and kept in memory only, because Microsoft's licence lets one use the library, not publish parts of it.
 */
export function excelSchema(): Schema {
  schema ??= withLaterClasses(extract(readFileSync(join(officeFiles, "excel-web-16.00.debug.js"), "utf8")));
  return schema;
}

function extract(library: string): Schema {
  const excel = library.slice(
    library.lastIndexOf("(function (Excel) {"),
    library.indexOf("})(Excel || (Excel = {}));"),
  );
  const renamed = settersOfOtherNames(excel);
  const classes = new Map<string, ClassSchema>();
  for (const block of excel.matchAll(/^ {4}var (\w+) = \(function \(_super\) \{\r?\n([^]*?)^ {4}\}\(/gm))
    classes.set(block[1]!, classOf(block[1]!, block[2]!, renamed));
  return classes;
}

/** The few properties written under another name than they are read: `Worksheet.showGridlines` is set as `Gridlines`. */
function settersOfOtherNames(excel: string): ReadonlyMap<string, string> {
  const setters = excel.matchAll(
    /function (\w+)_(\w+)_Set\(thisObj, value\) \{(?:(?!^ {8}\})[^])*?_invokeSetProperty\(thisObj, "(\w+)"/gm,
  );
  return new Map([...setters].map(([, owner, property, wireName]) => [`${owner}.${property}`, wireName!]));
}

function classOf(name: string, body: string, renamed: ReadonlyMap<string, string>): ClassSchema {
  const list = (field: string) =>
    new RegExp(`"${field}", \\{\\s*get: function \\(\\) \\{\\s*return \\[(.*?)\\]`, "s")
      .exec(body)?.[1]
      ?.split(",")
      .map((entry) => entry.trim().replaceAll('"', "")) ?? [];
  const updatable = list("_scalarPropertyUpdateable");
  const wireNames = list("_scalarPropertyOriginalNames");
  const getters = new Map(
    [...body.matchAll(/defineProperty\(\w+\.prototype, "(\w+)", \{([^]*?)^ {8}\}\);/gm)].map(([, key, text]) => [
      key!,
      text!,
    ]),
  );

  const scalars = list("_scalarPropertyNames").map((property, index): ScalarSchema => ({
    name: property,
    wireName: wireNames[index]!,
    writable: updatable[index] === "true",
    need: needOf(getters.get(property) ?? ""),
  }));
  const navigations = [...getters].flatMap(([property, text]): NavigationSchema[] => {
    const made = /_createPropertyObject\((?:\w+\.)?(\w+), this, "(\w+)"/.exec(text);
    return made === null ? [] : [{ name: property, className: made[1]!, wireName: made[2]!, need: needOf(text) }];
  });
  const methods = [...body.matchAll(/^ {8}\w+\.prototype\.(\w+) = function \((.*?)\) \{([^]*?)^ {8}\};/gm)].flatMap(
    ([, method, parameters, text]) => methodOf(method!, parameters!, text!),
  );
  const item = /_createChildItemObject\((?:\w+\.)?(\w+), (?:true|false)/.exec(body)?.[1] ?? null;
  return {
    name,
    isCollection: body.includes('"_isCollection"'),
    itemClass: item,
    scalars: new Map(scalars.map((scalar) => [scalar.name, scalar])),
    navigations: new Map(navigations.map((navigation) => [navigation.name, navigation])),
    wireScalars: new Map(
      scalars.map((scalar) => [
        renamed.get(`${name}.${scalar.wireName}`) ?? renamed.get(`${name}.${scalar.name}`) ?? scalar.wireName,
        scalar,
      ]),
    ),
    wireNavigations: new Map(navigations.map((navigation) => [navigation.wireName, navigation])),
    wireMethods: new Map(methods.map((method) => [method.wireName, method])),
  };
}

function methodOf(name: string, parameters: string, body: string): MethodSchema[] {
  const common = {
    name,
    parameters: parameters === "" ? [] : parameters.split(", "),
    need: needOf(body),
  };
  const object = /_createMethodObject\((?:\w+\.)?(\w+), this, "(\w+)", (\d)/.exec(body);
  if (object !== null) return [{ ...common, className: object[1]!, wireName: object[2]!, writes: object[3] === "0" }];
  const value = /_invokeMethod\(this, "(\w+)", (\d)/.exec(body);
  return value === null ? [] : [{ ...common, className: null, wireName: value[1]!, writes: value[2] === "0" }];
}

function needOf(body: string): ApiNeed | null {
  const found = /_throwIfApiNotSupported\("[^"]*", (?:"(\w+)"|_defaultApiSetName), "([\d.]+)"/.exec(body);
  return found === null ? null : readApiSet(found[1] ?? "ExcelApi", found[2]!);
}
