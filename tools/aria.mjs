// Makes mingwen/linting/data/aria.json from npm html-aria (MIT; its notice stands beside the data).
//
//   npm install --prefix FOLDER html-aria@0.5.3
//   node tools/aria.mjs FOLDER > mingwen/linting/data/aria.json
//
// One line a role and one an attribute; empty fields and global attributes are left out.
const { roles, attributes, globalAttributes } = await import(
  `${process.argv[2]}/node_modules/html-aria/dist/index.mjs`
);

// Where html-aria says "string" for what WAI-ARIA 1.2 section 6.6 defines more closely.
const CLOSER = {
  "aria-controls": "ids",
  "aria-describedby": "ids",
  "aria-details": "ids",
  "aria-errormessage": "ids",
  "aria-flowto": "ids",
  "aria-current": ["date", "false", "location", "page", "step", "time", "true"],
  "aria-dropeffect": "tokens:copy execute link move none popup",
  "aria-orientation": ["horizontal", "undefined", "vertical"],
};
const KINDS = {
  "true/false": ["false", "true"],
  "true/false/undefined": ["false", "true", "undefined"],
  tristate: ["false", "mixed", "true", "undefined"],
  idRef: "id",
  idRefList: "ids",
};

const kind = (name, { type, values }) =>
  CLOSER[name] ??
  (type === "token" ? [...new Set(values)].sort() : type === "tokenList" ? `tokens:${values.join(" ")}` : KINDS[type]) ??
  type;
const full = (object) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value && (!Array.isArray(value) || value.length)));
// DPUB-ARIA 1.1 asks no value of a page break.
const OPTIONAL = { "doc-pagebreak": ["aria-valuenow"] };
const role = (name, it) =>
  full({
    type: it.type,
    content: it.nameFrom === "authorAndContents",
    leaf: it.childrenPresentational,
    required: it.required.filter((each) => !OPTIONAL[name]?.includes(each)),
    defaults: Object.keys(it.defaultAttributeValues).sort(),
    parents: it.requiredParentRoles,
    children: it.allowedChildRoles,
    attributes: it.supported.filter((name) => !(name in globalAttributes)),
    prohibited: it.prohibited,
  });
const table = (object, row) =>
  Object.keys(object)
    .sort()
    .map((name) => `  ${JSON.stringify(name)}: ${JSON.stringify(row(name, object[name]))}`)
    .join(",\n");

console.log(`{"source": "npm html-aria 0.5.3", "roles": {
${table(roles, role)}
}, "attributes": {
${table(attributes, kind)}
}, "global": ${JSON.stringify(Object.keys(globalAttributes).sort())}}`);
