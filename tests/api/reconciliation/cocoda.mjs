// Asks cocoda-sdk for mappings through a reconciliation service, and prints them as JSON.
import { CocodaSDK, addAllProviders } from "../skosmos/node_modules/cocoda-sdk/dist/esm/index.js"

const [, , api, namespace] = process.argv
const target = { uri: namespace, namespace }
const source = { uri: "http://elsewhere.example/scheme" }
const concept = (language, label) => ({
  uri: `http://elsewhere.example/${label}`,
  prefLabel: { [language]: label },
  inScheme: [source],
})

const sdk = new CocodaSDK({})
addAllProviders(sdk)
const registry = sdk.initializeRegistry({
  uri: "http://registry.example/parameters",
  provider: "ReconciliationApi",
  api: `${api}?language={language}`,
  schemes: [target],
})

const answers = {}
for (const [language, label] of [["en", "Temperature of the water column"], ["fr", "Salinité de la colonne d’eau"]]) {
  const mappings = await registry.getMappings({ from: concept(language, label), to: { inScheme: [target] }, mode: "or" })
  answers[language] = mappings.map(one => ({ to: one.to.memberSet[0].uri, type: one.type[0] }))
}
console.log(JSON.stringify(answers))
