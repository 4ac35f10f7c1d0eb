package io.siyu.house;

/**
 * The right to decide and send for the whole house, held by one node at a time. It runs out by the store's own clock when
 * it is not renewed; what was written under an older one is refused by the store, whatever the clocks say. Calls that fail
 * throw {@link io.siyu.partition.StoreDownException}.
 */
public interface Lease {

    /** Takes the house over if nobody holds it; false while another node does. */
    boolean take();

    /** Holds it for another length; false when another node has taken over. */
    boolean renew();

    /** Lets another node have it at once. */
    void giveBack();
}
