package io.siyu.partition.redis;

import io.siyu.house.Lease;
import io.siyu.partition.StoreDownException;

/** A lease whose new holder first looks whether the store lost what it held. */
record CarefulLease(Lease lease, RedisRollback rollback) implements Lease {

    @Override
    public boolean take() {
        boolean taken = lease.take();
        if (taken) {
            look();
        }
        return taken;
    }

    private void look() {
        try {
            rollback.begin();
        } catch (StoreDownException down) {
            // why: deciding goes on; marketing waits until a later look has succeeded, and that loop tells the fault.
            return;
        }
    }

    @Override
    public boolean renew() {
        return lease.renew();
    }

    @Override
    public void giveBack() {
        lease.giveBack();
    }
}
