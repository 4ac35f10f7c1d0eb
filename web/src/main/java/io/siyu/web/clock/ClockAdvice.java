package io.siyu.web.clock;

import io.siyu.partition.HouseTime;
import io.siyu.web.settings.ClockMode;
import io.siyu.web.settings.ServerSettings;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Shows the hand on the clock on the Live screen of an accelerated house, and nowhere else. */
@ControllerAdvice(basePackages = "io.siyu.web.live")
class ClockAdvice {

    private final HouseTime time;
    private final boolean accelerated;

    ClockAdvice(HouseTime time, ServerSettings settings) {
        this.time = time;
        this.accelerated = settings.clock() == ClockMode.ACCELERATED;
    }

    @ModelAttribute
    void clock(Model model) {
        if (accelerated) {
            model.addAttribute("clock", time.clock()).addAttribute("paces", Pace.values());
        }
    }
}
