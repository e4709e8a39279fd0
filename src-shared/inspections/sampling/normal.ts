/** The normal distribution and what estimates by variables need beside it, as floats: shares of a process, never readings. */

/** The share of a normal distribution below z. */
export function shareBelow(z: number): number {
  if (z < -38) return 0;
  if (z > 38) return 1;
  const x = Math.abs(z);
  // A series in the middle, a continued fraction in the tails (Abramowitz and Stegun, 26.2.11 and 26.2.14).
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x < 3) {
    let [term, sum] = [x, x];
    for (let odd = 3; term > 1e-18 * sum; odd += 2) {
      term *= (x * x) / odd;
      sum += term;
    }
    return z < 0 ? 0.5 - density * sum : 0.5 + density * sum;
  }
  let fraction = x;
  for (let step = 120; step >= 1; step -= 1) fraction = x + step / fraction;
  const tail = density / fraction;
  return z < 0 ? tail : 1 - tail;
}

/** The z that this share lies above. */
export function exceededBy(share: number): number {
  let [low, high] = [-40, 40];
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (1 - shareBelow(middle) > share && shareBelow(-middle) > share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The logarithm of the gamma function of halves and whole numbers above nought, from its recurrence. */
export function logGammaOfHalves(twice: number): number {
  let [log, at] = [twice % 2 === 0 ? 0 : Math.log(Math.PI) / 2, twice % 2 === 0 ? 2 : 1];
  for (; at < twice; at += 2) log += Math.log(at / 2);
  return log;
}

/** The regularized incomplete beta function I(x; a, a), by its continued fraction (Abramowitz and Stegun, 26.5.8). */
export function symmetricBeta(x: number, a: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > 0.5) return 1 - symmetricBeta(1 - x, a);
  const front = Math.exp(logGammaOfHalves(4 * a) - 2 * logGammaOfHalves(2 * a) + a * Math.log(x * (1 - x))) / a;
  let fraction = 1;
  for (let m = 200; m >= 1; m -= 1) {
    const even = (m * (a - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (2 * a + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    fraction = 1 + even / (1 + odd / fraction);
  }
  const first = (-a * 2 * a * x) / (a * (a + 1));
  return front / (1 + first / fraction);
}
