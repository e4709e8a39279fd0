import type { SinglePlan } from './attributes.ts';

/** The natural logarithm of n!, summed: samples have some thousands at most. */
const logFactorials = [0];
function logFactorial(n: number): number {
  for (let next = logFactorials.length; next <= n; next += 1)
    logFactorials.push((logFactorials[next - 1] ?? 0) + Math.log(next));
  return logFactorials[n] ?? 0;
}
const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

type Drawn = Pick<SinglePlan, 'sample' | 'accept'>;

/** How probably a plan accepts where this share (0 to 1) of a process is nonconforming: the binomial distribution. */
export function acceptedOfProcess({ sample, accept }: Drawn, share: number): number {
  if (share <= 0) return 1;
  if (share >= 1) return accept >= sample ? 1 : 0;
  let sum = 0;
  for (let bad = 0; bad <= Math.min(accept, sample); bad += 1)
    sum += Math.exp(logChoose(sample, bad) + bad * Math.log(share) + (sample - bad) * Math.log1p(-share));
  return Math.min(1, sum);
}

/** The same of a lot with so many nonconforming: the hypergeometric distribution. */
export function acceptedOfLot({ sample, accept }: Drawn, lot: { size: number; nonconforming: number }): number {
  const { size, nonconforming } = lot;
  const good = size - nonconforming;
  let sum = 0;
  for (let bad = Math.max(0, sample - good); bad <= Math.min(accept, sample, nonconforming); bad += 1)
    sum += Math.exp(logChoose(nonconforming, bad) + logChoose(good, sample - bad) - logChoose(size, sample));
  return Math.min(1, sum);
}

/** The same of nonconformities, of which a unit may have several, at so many per hundred units: the Poisson distribution. */
export function acceptedOfDefects({ sample, accept }: Drawn, perHundred: number): number {
  const mean = (sample * perHundred) / 100;
  if (mean <= 0) return 1;
  let sum = 0;
  for (let bad = 0; bad <= accept; bad += 1) sum += Math.exp(bad * Math.log(mean) - mean - logFactorial(bad));
  return Math.min(1, sum);
}

/** The share that is accepted with this probability, to a millionth. */
export const shareAccepted = (plan: Drawn, probability: number): number =>
  whereFalls((share) => acceptedOfProcess(plan, share), probability, 1);

/** Where a falling function goes through a value. */
export function whereFalls(of: (at: number) => number, value: number, most: number): number {
  let [low, high] = [0, most];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (of(middle) > value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
