/** For hosts, which do not know the store. */
export { inTemporaryFolder } from '#main/store/rehearse.ts';
