// Asks everything that cocoda-sdk can ask of a Skosmos server, and prints the answers as one JSON object.
import { CocodaSDK, addAllProviders } from "cocoda-sdk"

const [, , api] = process.argv
const scheme = { uri: "http://harbour.example/S01/", VOCID: "S01" }
const concept = (name) => ({ uri: scheme.uri + name, inScheme: [scheme] })

const sdk = new CocodaSDK({})
addAllProviders(sdk)
const registry = sdk.initializeRegistry({ uri: "http://registry.example/harbour", provider: "SkosmosApi", api, schemes: [scheme] })
registry.languages = ["fr", "en"]

const answers = {
  schemes: await registry.getSchemes(),
  top: await registry.getTop({ scheme }),
  concepts: await registry.getConcepts({ concepts: [concept("sailing")] }),
  narrower: await registry.getNarrower({ concept: concept("vessel") }),
  ancestors: await registry.getAncestors({ concept: concept("lugger") }),
  search: await registry.search({ search: "voil", scheme }),
  suggest: await registry.suggest({ search: "voil", scheme }),
  types: await registry.getTypes({ scheme }),
}
// The SDK hangs its own objects into answers, which lead back to themselves.
console.log(JSON.stringify(answers, (key, value) => (key.startsWith("_") || key === "inScheme" || key === "topConceptOf" ? undefined : value)))
