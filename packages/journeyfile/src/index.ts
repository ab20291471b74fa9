export { journeyContractSchema } from '@continuo/contract';
