// HiGHS (npm: highs) on an LP file: node highs.mjs FILE.lp SECONDS. Prints a line for every better
// plan ("found COST") and bound ("bound VALUE"), and at the end "status N".
import fs from 'node:fs';
import load from 'highs';

const [file, seconds] = process.argv.slice(2);
const highs = await load();
const { callbackType, modelStatus } = highs.constants;

function heard(event) {
  const { mip_primal_bound: best, mip_dual_bound: bound, objective_function_value: value } = event.data;
  const cost = event.type === callbackType.mipImprovingSolution ? value ?? best : undefined;
  if (cost !== undefined) console.log(`found ${Math.round(cost)}`);
  if (bound !== undefined && Number.isFinite(bound)) console.log(`bound ${bound}`);
}

highs.withModel({ format: 'lp', data: fs.readFileSync(file, 'utf8') }, (model) => {
  model.options.set({ output_flag: false, time_limit: Number(seconds), mip_rel_gap: 0 });
  model.run({ [callbackType.mipImprovingSolution]: heard, [callbackType.mipLogging]: heard });
  const optimal = model.getModelStatus() === modelStatus.optimal;
  if (optimal) console.log(`found ${Math.round(model.getObjectiveValue())}`);
  console.log(`status ${optimal ? 'optimal' : 'stopped'}`);
});
