package io.siyu.report.whereabouts;

class InMemoryWhereaboutsTest extends WhereaboutsContract {
    @Override
    protected Whereabouts whereabouts() {
        return new InMemoryWhereabouts();
    }
}
