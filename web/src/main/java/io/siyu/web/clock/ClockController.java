package io.siyu.web.clock;

import io.siyu.partition.HouseTime;
import io.siyu.web.access.AllowedTo;
import io.siyu.web.access.Role;
import io.siyu.web.settings.ClockMode;
import io.siyu.web.settings.ServerSettings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

@Controller
class ClockController {

    private final HouseTime time;
    private final boolean accelerated;

    ClockController(HouseTime time, ServerSettings settings) {
        this.time = time;
        this.accelerated = settings.clock() == ClockMode.ACCELERATED;
    }

    @PostMapping("/clock/pause")
    @AllowedTo({Role.MARKETER, Role.OPERATOR})
    String pause() {
        requireAccelerated();
        time.run(time.clock().permille(), true);
        return "redirect:/live";
    }

    @PostMapping("/clock/run")
    @AllowedTo({Role.MARKETER, Role.OPERATOR})
    String run(@RequestParam Pace pace) {
        requireAccelerated();
        time.run(pace.permille(), false);
        return "redirect:/live";
    }

    private void requireAccelerated() {
        if (!accelerated) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
