export { mayKeepPeople as mayKeepPlans } from '#features/people/public.ts'
