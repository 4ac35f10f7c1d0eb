package io.siyu.walls.planted.campaign;

/** What a later stage may know. */
public record CampaignName(String text) {}
